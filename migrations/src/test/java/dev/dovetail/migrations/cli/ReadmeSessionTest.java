package dev.dovetail.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands in the README print what it shows, but for times and users. */
class ReadmeSessionTest {

    private static final String INDENT = "    ";
    private static final String PROMPT = "$ java -jar dovetail-migrations-cli.jar ";

    @Test
    void commandsPrintWhatTheReadmeShows(@TempDir Path folder) throws IOException {
        String url = "sqlite:///" + folder.resolve("shop.db");
        List<String> session = session();
        List<String> printed = new ArrayList<>();
        for (String line : session) {
            if (line.startsWith(PROMPT)) {
                printed.add(line);
                List<String> arguments = new ArrayList<>(Arrays.asList(line.substring(PROMPT.length())
                        .replace("db/migration", "src/test/resources/db/migration")
                        .split(" ")));
                arguments.add("--url=" + url);
                StringWriter output = new StringWriter();
                PrintWriter writer = new PrintWriter(output, true);
                int exitCode = Dovetail.run(writer, writer, arguments.toArray(String[]::new));
                assertThat(exitCode).as(output.toString()).isLessThanOrEqualTo(2);
                output.toString().lines().forEach(printed::add);
            }
        }
        assertThat(printed.stream().map(ReadmeSessionTest::mask).toList())
                .hasSizeGreaterThan(12)
                .isEqualTo(session.stream().map(ReadmeSessionTest::mask).toList());
    }

    private static List<String> session() throws IOException {
        return Files.readString(Path.of("README.md"))
                .lines()
                .dropWhile(line -> !line.startsWith(INDENT + "$ export"))
                .skip(1)
                .takeWhile(line -> line.startsWith(INDENT) || line.isBlank())
                .filter(line -> !line.isBlank())
                .map(line -> line.substring(INDENT.length()))
                .toList();
    }

    private static String mask(String line) {
        return line.replaceAll("\\d+ ms", "N ms")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d +\\S+", "TIME USER")
                .replaceAll(" {2,}", "  ");
    }
}
