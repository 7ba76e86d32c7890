package dev.dovetail.migrations.script;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The checksum that Flyway keeps of a script: the CRC32 of its lines without line ends and byte order mark. */
final class Checksum {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Checksum() {}

    static int of(String text) {
        CRC32 crc = new CRC32();
        String content = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        content.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }
}
