package dev.dovetail.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class DovetailTest {

    private static final String SECRET = "s3cr3t";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void noMessageShowsAPassword() {
        String url = "postgresql://app:" + SECRET + "@127.0.0.1:1/shop";
        List<List<String>> wrongUses = List.of(
                List.of("upgrade", "--url", url),
                List.of("upgrade", "head", url),
                List.of("upgrade", "--url", "sqlite:///:memory:", url),
                List.of("upgrade", "--urll=" + url),
                List.of("upgrade", "--url=" + url, "--url=" + url),
                List.of("upgrade", "--lock-timeout", url),
                List.of(url, "upgrade"),
                List.of("upgrade", "--url", "postgresq://app:" + SECRET + "@localhost/shop"),
                List.of("upgrade", "--url", "jdbc:postgresql://127.0.0.1:1/shop?user=app&password=" + SECRET),
                List.of("upgrade", "--locations", url, "--url", "sqlite:///:memory:"));
        for (List<String> arguments : wrongUses) {
            assertThat(run(arguments.toArray(String[]::new)))
                    .as(arguments.toString())
                    .isIn(1, 2);
        }
        assertThat(out.toString() + err).doesNotContain(SECRET).contains("***");
    }

    @Test
    void helpNamesCommandsAndExitCodes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("upgrade", "downgrade", "current", "history", "stamp", "Exit codes:", "wrong usage");
        assertThat(run("upgrade", "--help")).isZero();
        assertThat(out.toString()).contains("DOVETAIL_URL", "head (default), +N");
    }

    @Test
    void nothingAndUnknownCommandsAreWrongUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(err.toString()).contains("Which command?", "Commands:", "'nonsense'");
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... arguments) {
        return Dovetail.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
