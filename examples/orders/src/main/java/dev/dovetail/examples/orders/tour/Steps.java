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
import java.util.function.Function;

/** Runs steps, counts their statements, takes their time, and prints what came out. */
final class Steps {

    private final PrintStream out;
    private final List<Step> done = new ArrayList<>();

    Steps(PrintStream out) {
        this.out = out;
    }

    /** Runs a step; what it returns are the lines to print, the first of which also stands in the summary. */
    <X extends Exception> void run(String name, TransactionalCallable<List<String>, X> work) throws X {
        make(name, work, lines -> lines);
    }

    /** Runs a step that makes something, about which there are lines to print. */
    <T, X extends Exception> T make(String name, TransactionalCallable<T, X> work, Function<T, List<String>> describe)
            throws X {
        out.println();
        out.println((done.size() + 1) + ". " + name);
        List<T> made = new ArrayList<>();
        long start = System.nanoTime();
        int statements = Statements.during(() -> made.add(work.call())).count();
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        List<String> lines = describe.apply(made.get(0));
        lines.forEach(line -> out.println(line.isEmpty() ? "" : "   " + line));
        done.add(new Step(name, lines.get(0), statements, elapsed));
        return made.get(0);
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
        table.row(
                "",
                "All of it",
                "",
                Format.count(done.stream().mapToInt(Step::statements).sum()),
                Format.time(done.stream().map(Step::elapsed).reduce(Duration.ZERO, Duration::plus)));
        out.println();
        table.lines().forEach(out::println);
    }
}
