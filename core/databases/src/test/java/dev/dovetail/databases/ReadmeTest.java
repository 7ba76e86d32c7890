package dev.dovetail.databases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README shows code that compiles and passes. */
class ReadmeTest {

    @Test
    void showsTheExampleOfATest() throws IOException {
        String test = Files.readString(Path.of("src/test/java/dev/dovetail/databases/OnEachDatabaseTest.java"));
        String example = test.substring(
                test.indexOf("// tag::example[]\n") + "// tag::example[]\n".length(),
                test.indexOf("    // end::example[]"));

        assertThat(Files.readString(Path.of("README.md"))).contains("```java\n" + example + "}\n```");
    }
}
