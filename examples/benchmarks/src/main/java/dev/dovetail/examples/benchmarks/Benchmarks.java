package dev.dovetail.examples.benchmarks;

import dev.dovetail.databases.TestEngine;
import dev.dovetail.examples.benchmarks.orm.OrmBenchmark;
import dev.dovetail.examples.benchmarks.process.Work;
import dev.dovetail.examples.benchmarks.report.Result;
import dev.dovetail.examples.benchmarks.report.ResultTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Measures Dovetail against JDBC by hand and plain jOOQ, the unit of work against plain Hibernate, and prints tables. */
public final class Benchmarks {

    private static final String START = "start";
    private static final String ORM = "orm";

    private Benchmarks() {}

    /** Takes engines ({@code sqlite}, {@code postgresql}) and work ({@code get-by-id}, {@code start}, …); all if none. */
    public static void main(String[] args) throws SQLException {
        List<TestEngine> engines = new ArrayList<>();
        Set<Work> works = EnumSet.noneOf(Work.class);
        boolean start = false;
        boolean orm = false;
        for (String arg : args) {
            switch (arg) {
                case "sqlite", "postgresql" -> engines.add(TestEngine.valueOf(arg.toUpperCase(Locale.ROOT)));
                case START -> start = true;
                case ORM -> orm = true;
                default -> works.add(work(arg));
            }
        }
        boolean all = works.isEmpty() && !start && !orm;
        for (TestEngine engine : engines.isEmpty() ? List.of(TestEngine.POSTGRESQL, TestEngine.SQLITE) : engines) {
            if (all || orm) {
                System.out.println(OrmBenchmark.on(engine, "full"));
            }
            if (!all && !start && works.isEmpty()) {
                continue;
            }
            try (Comparison comparison = Comparison.on(engine, "full")) {
                List<Result> results = new ArrayList<>();
                for (Work work : all ? EnumSet.allOf(Work.class) : works) {
                    results.add(comparison.measure(work));
                }
                if (all || start) {
                    results.add(comparison.measureStart());
                }
                System.out.println(ResultTable.of(comparison.title(), results));
            }
        }
    }

    private static Work work(String id) {
        for (Work work : Work.values()) {
            if (work.id().equals(id)) {
                return work;
            }
        }
        throw new IllegalArgumentException("There is no work '" + id + "'; there are "
                + EnumSet.allOf(Work.class).stream().map(Work::id).toList() + ", " + START + " and " + ORM);
    }
}
