package dev.dovetail.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Databases that cannot be had: a message that teaches, no stack trace, no password. */
class UnavailableDatabaseTest {

    @Test
    void saysThatTheServerDoesNotAnswer() {
        Program program = Program.run("unused.csv", "postgresql://app:s3cret@127.0.0.1:1/shop");

        assertThat(program.exitCode()).isEqualTo(1);
        assertThat(program.err()).contains("DVT-103", "Fix: ").doesNotContain("\tat ", "s3cret");
        assertThat(program.out())
                .contains("PostgreSQL, jdbc:postgresql://127.0.0.1:1/shop")
                .doesNotContain("s3cret");
    }

    @Test
    void saysThatTheUrlCannotBeRead() {
        Program program = Program.run("unused.csv", "oracle://app:s3cret@localhost/shop");

        assertThat(program.exitCode()).isEqualTo(1);
        assertThat(program.err()).contains("DVT-101", "Fix: ").doesNotContain("\tat ", "s3cret");
    }
}
