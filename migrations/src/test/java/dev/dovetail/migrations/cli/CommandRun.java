package dev.dovetail.migrations.cli;

import dev.dovetail.migrations.support.Project;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Runs commands on a project in this JVM. */
public record CommandRun(Project project) {

    public Output run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--locations=" + project.root());
        all.add("--url=" + project.url());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Dovetail.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
        return new Output(exitCode, out.toString(), err.toString());
    }

    /** What a command printed, and how it ended. */
    public record Output(int exitCode, String out, String err) {}
}
