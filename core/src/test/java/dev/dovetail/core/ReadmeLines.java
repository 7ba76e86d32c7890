package dev.dovetail.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lines of a test that stand in the README, too: between {@code // README} and {@code // end}. */
public final class ReadmeLines {

    private ReadmeLines() {}

    /** Compares them with the first block of Java in the section with that heading; comments and spaces do not count. */
    public static void assertShown(Class<?> test, String heading) throws IOException {
        String here = Files.readString(Path.of("src/test/java/" + test.getName().replace('.', '/') + ".java"));
        String lines = here.substring(here.indexOf("// README\n") + 10, here.indexOf(" // end"));
        String readme = Files.readString(Path.of("README.md"));
        String section = readme.substring(readme.indexOf(heading + "\n"));
        String block = section.substring(section.indexOf("```java\n") + 8, section.indexOf("\n```\n"));
        assertThat(withoutSpaces(block)).isEqualTo(withoutSpaces(lines));
    }

    private static String withoutSpaces(String lines) {
        return lines.replaceAll("(?m)//.*$", "").replaceAll("\\s", "");
    }
}
