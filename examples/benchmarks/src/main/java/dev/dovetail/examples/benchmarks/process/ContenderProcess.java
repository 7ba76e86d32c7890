package dev.dovetail.examples.benchmarks.process;

import dev.dovetail.examples.benchmarks.contender.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A contender in a process of its own, so that none warms up or slows down another one's code. */
public final class ContenderProcess implements AutoCloseable {

    private final String name;
    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;

    private ContenderProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.orders = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it; its database has its tables. */
    public static ContenderProcess start(String name, String scale, Target target) {
        try {
            return new ContenderProcess(
                    name,
                    Jvm.start(
                            ContenderMain.class,
                            List.of(name, scale, target.url(), target.jdbcUrl(), target.user(), target.password())));
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not start the process of " + name, failure);
        }
    }

    /** Starts a process that only runs one query, and waits for it. */
    public static Round firstQuery(String name, Target target) {
        try {
            Process process = Jvm.start(
                    StartMain.class, List.of(name, target.url(), target.jdbcUrl(), target.user(), target.password()));
            try (ContenderProcess started = new ContenderProcess(name, process)) {
                return started.answer();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not start a process of " + name, failure);
        }
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Has it run one round, and waits for it. */
    public Round run(Work work, int round) {
        return order(work, work.name() + " " + round);
    }

    /** Has it do the work for some milliseconds, so that its code is compiled, and waits for it. */
    public void warmUp(Work work, int milliseconds) {
        order(work, work.name() + " for " + milliseconds);
    }

    private Round order(Work work, String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
            return answer();
        } catch (IOException failure) {
            throw new UncheckedIOException("The process of " + name + " ended in '" + work.title() + "'", failure);
        }
    }

    private Round answer() throws IOException {
        String answer = answers.readLine();
        if (answer == null) {
            throw new IllegalStateException(
                    "The process of " + name + " ended without an answer; what it said is above");
        }
        return Round.parse(answer);
    }

    /** Ends it and waits for its end. */
    @Override
    public void close() {
        try {
            orders.close();
            process.waitFor();
        } catch (IOException | InterruptedException failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            process.destroyForcibly();
        }
    }
}
