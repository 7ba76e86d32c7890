package dev.dovetail.examples.orders.tour;

import dev.dovetail.core.statement.Statements;
import dev.dovetail.core.transaction.TransactionalCallable;
import dev.dovetail.examples.orders.report.Format;
import dev.dovetail.examples.orders.report.TextTable;
import dev.dovetail.examples.orders.report.TextTable.Align;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs steps, counts their statements, takes their time, and prints what came out. */
final class Steps {

    private final PrintStream out;
    private final List<Step> done = new ArrayList<>();

    Steps(PrintStream out) {
        this.out = out;
    }

    /** Runs a step; what it returns are the lines to print, the first of which also stands in the summary. */
    <X extends Exception> void run(String name, TransactionalCallable<List<String>, X> work) throws X {
        out.println();
        out.println((done.size() + 1) + ". " + name);
        List<List<String>> lines = new ArrayList<>();
        long start = System.nanoTime();
        int statements = Statements.during(() -> lines.add(work.call())).count();
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        List<String> result = lines.get(0);
        result.forEach(line -> out.println(line.isEmpty() ? "" : "   " + line));
        done.add(new Step(name, result.get(0), statements, elapsed));
    }

    /** Prints all steps as a table. */
    void summary() {
        TextTable table = new TextTable()
                .column("", Align.RIGHT)
                .column("Step", Align.LEFT)
                .column("Result", Align.LEFT)
                .column("Statements", Align.RIGHT)
                .column("Time", Align.RIGHT);
        for (int i = 0; i < done.size(); i++) {
            Step step = done.get(i);
            table.row(
                    String.valueOf(i + 1),
                    step.name(),
                    step.result(),
                    Format.count(step.statements()),
                    Format.time(step.elapsed()));
        }
        out.println();
        table.lines().forEach(out::println);
    }
}
