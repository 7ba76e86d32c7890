package dev.dovetail.examples.benchmarks;

import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestDatabases;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.examples.benchmarks.contender.Contenders;
import dev.dovetail.examples.benchmarks.contender.Target;
import dev.dovetail.examples.benchmarks.process.ContenderProcess;
import dev.dovetail.examples.benchmarks.process.Round;
import dev.dovetail.examples.benchmarks.process.Tables;
import dev.dovetail.examples.benchmarks.process.Work;
import dev.dovetail.examples.benchmarks.report.Result;
import dev.dovetail.examples.benchmarks.work.Scale;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All contenders on one engine, each with a process and a database of its own. A round of one is followed by a round of
 * the next, so that what else the machine does meets all of them.
 */
final class Comparison implements AutoCloseable {

    private static final double START_TARGET = 2.0;

    private final TestEngine engine;
    private final Scale scale;
    private final Map<String, TestDatabase> databases = new LinkedHashMap<>();
    private final Map<String, ContenderProcess> processes = new LinkedHashMap<>();

    private Comparison(TestEngine engine, Scale scale) {
        this.engine = engine;
        this.scale = scale;
    }

    /** Makes databases and processes for all contenders. */
    static Comparison on(TestEngine engine, String scaleName) throws SQLException {
        Comparison comparison = new Comparison(engine, Scale.named(scaleName));
        try {
            for (String contender : Contenders.ALL) {
                TestDatabase database = TestDatabases.create(engine);
                comparison.databases.put(contender, database);
                Target target = target(database);
                Tables.create(target, comparison.scale);
                comparison.processes.put(contender, ContenderProcess.start(contender, scaleName, target));
            }
            return comparison;
        } catch (Throwable failure) {
            comparison.close();
            throw failure;
        }
    }

    /** Engine and version. */
    String title() {
        return engine.displayName() + " " + databases.values().iterator().next().version();
    }

    /**
     * Measures one piece of work.
     *
     * @throws IllegalStateException if contenders come to different results
     */
    Result measure(Work work) {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        processes.values().forEach(process -> process.warmUp(work, scale.warmUp()));
        for (int round = 0; round < scale.rounds(); round++) {
            Map<String, Round> answers = new LinkedHashMap<>();
            for (ContenderProcess process : processes.values()) {
                answers.put(process.name(), process.run(work, round));
            }
            requireSame(work.title(), answers);
            note(answers, times);
        }
        return new Result(work.title(), work.target(engine == TestEngine.SQLITE), times);
    }

    /** Measures processes that only run one query. */
    Result measureStart() {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int round = 0; round < scale.starts(); round++) {
            Map<String, Round> answers = new LinkedHashMap<>();
            databases.forEach((contender, database) ->
                    answers.put(contender, ContenderProcess.firstQuery(contender, target(database))));
            requireSame("start", answers);
            note(answers, times);
        }
        return new Result("start: main to first query", START_TARGET, times);
    }

    @Override
    public void close() {
        Deque<AutoCloseable> open = new ArrayDeque<>();
        databases.values().forEach(open::push);
        processes.values().forEach(open::push);
        open.forEach(Comparison::closeQuietly);
    }

    private static void note(Map<String, Round> answers, Map<String, List<Long>> times) {
        answers.forEach((contender, answer) ->
                times.computeIfAbsent(contender, name -> new ArrayList<>()).add(answer.nanoseconds()));
    }

    private static void requireSame(String work, Map<String, Round> answers) {
        if (answers.values().stream().mapToLong(Round::checksum).distinct().count() != 1) {
            throw new IllegalStateException("The contenders of '" + work + "' do not do the same: " + answers);
        }
    }

    private static Target target(TestDatabase database) {
        return new Target(database.url(), database.jdbcUrl(), database.username(), database.password());
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception failure) {
            System.err.println("Could not close " + resource + ": " + failure);
        }
    }
}
