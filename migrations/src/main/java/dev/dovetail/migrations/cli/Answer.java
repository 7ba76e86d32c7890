package dev.dovetail.migrations.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/**
 * What a command has to say.
 *
 * @param lines for people
 * @param value for machines, of maps, lists, texts, numbers and truth values
 * @param exitCode how the process ends
 */
record Answer(List<String> lines, @Nullable Object value, int exitCode) {

    Answer {
        lines = List.copyOf(lines);
    }

    static Answer of(List<String> lines, @Nullable Object value) {
        return new Answer(lines, value, ExitCode.OK);
    }

    static Answer of(String line, @Nullable Object value) {
        return of(List.of(line), value);
    }

    /** The same for a command that has found something that is not in order. */
    Answer failing(boolean failed) {
        return failed ? new Answer(lines, value, ExitCode.SOFTWARE) : this;
    }
}
