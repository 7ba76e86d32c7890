package dev.dovetail.examples.benchmarks.process;

import dev.dovetail.examples.benchmarks.contender.Contender;
import dev.dovetail.examples.benchmarks.contender.Contenders;
import dev.dovetail.examples.benchmarks.contender.Target;
import dev.dovetail.examples.benchmarks.work.Scale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * The process of one contender: for each line {@code WORK round} that it reads it runs one round and answers
 * {@code nanoseconds checksum}; {@code WORK for milliseconds} runs rounds for that long. Ends with its input.
 */
final class ContenderMain {

    private ContenderMain() {}

    /** Takes contender, scale, URL, JDBC URL, user and password. */
    public static void main(String[] args) throws IOException, SQLException {
        Scale scale = Scale.named(args[1]);
        Target target = new Target(args[2], args[3], args[4], args[5]);
        PrintStream out = System.out;
        try (Contender contender = Contenders.open(args[0], target);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                Work work = Work.valueOf(words[0]);
                if (words[1].equals("for")) {
                    warmUp(work, contender, target, scale, Long.parseLong(words[2]));
                    out.println("0 0");
                    continue;
                }
                work.prepare(target, scale);
                // What an earlier round left is not this round's to clean up.
                System.gc();
                long start = System.nanoTime();
                long result = work.run(contender, target, scale, Integer.parseInt(words[1]));
                long nanoseconds = System.nanoTime() - start;
                out.println(nanoseconds + " " + work.checksum(target, result));
            }
        }
    }

    private static void warmUp(Work work, Contender contender, Target target, Scale scale, long milliseconds)
            throws SQLException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        for (int round = 0; System.nanoTime() < end; round++) {
            work.prepare(target, scale);
            work.run(contender, target, scale, round);
        }
    }
}
