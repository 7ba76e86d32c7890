package dev.dovetail.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The expected values are CRC32 over the UTF-8 of the lines without their ends, computed apart from this code. */
class ChecksumTest {

    private static final int USERS = 1_519_369_812;

    @Test
    void isFlyways() {
        assertThat(Checksum.of("create table users (id integer primary key);\n"))
                .isEqualTo(USERS);
        assertThat(Checksum.of("select 1;\r\n-- äöü 你好\r\nselect 2;")).isEqualTo(-1_644_869_283);
        assertThat(Checksum.of("a\n\nb")).isEqualTo(-1_635_563_411);
        assertThat(Checksum.of("")).isZero();
    }

    @Test
    void doesNotSeeLineEndsAndByteOrderMark() {
        assertThat(Checksum.of("\uFEFFcreate table users (id integer primary key);\r\n"))
                .isEqualTo(USERS);
        assertThat(Checksum.of("a\r\rb")).isEqualTo(Checksum.of("a\n\nb"));
    }

    @Test
    void seesEveryOtherCharacter() {
        assertThat(Checksum.of("create table users (id integer primary key) ;\n"))
                .isNotEqualTo(USERS);
    }
}
