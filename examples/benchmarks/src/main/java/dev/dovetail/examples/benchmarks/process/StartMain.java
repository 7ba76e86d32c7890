package dev.dovetail.examples.benchmarks.process;

import dev.dovetail.examples.benchmarks.contender.FirstQuery;
import dev.dovetail.examples.benchmarks.contender.Target;
import java.sql.SQLException;

/** A process that runs one query and says how many nanoseconds passed from {@code main} to its result. */
final class StartMain {

    private StartMain() {}

    /** Takes contender, URL, JDBC URL, user and password. */
    public static void main(String[] args) throws SQLException {
        long start = System.nanoTime();
        String name = FirstQuery.run(args[0], new Target(args[1], args[2], args[3], args[4]));
        System.out.println((System.nanoTime() - start) + " " + name.length());
    }
}
