package dev.dovetail.orm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README of dovetail-testing shows lines of these tests. */
class TestingReadmeTest {

    @ParameterizedTest
    @CsvSource({"every, RegistrationTest", "differential, DifferentialRunTest", "fresh, TypedSqlTest"})
    void theReadmeShowsTheseLines(String name, String testClass) throws IOException {
        String code = Files.readString(Path.of("src/test/java/dev/dovetail/orm/testing/" + testClass + ".java"));
        String from = code.substring(code.indexOf("// README " + name + "\n") + ("// README " + name + "\n").length());
        String shown = from.substring(0, from.indexOf("// end"));

        String readme = Files.readString(Path.of("../repository/testing/README.md"));

        assertThat(readme.replaceAll("\\s", "")).contains("```java" + shown.replaceAll("\\s", "") + "```");
    }
}
