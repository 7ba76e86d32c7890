package dev.dovetail.examples.benchmarks.orm;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.core.Database;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestDatabases;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.examples.benchmarks.contender.Target;
import dev.dovetail.examples.benchmarks.process.Tables;
import dev.dovetail.examples.benchmarks.work.Scale;
import dev.dovetail.orm.HibernatePersistence;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hibernate.SessionFactory;

/**
 * The unit of work against plain Hibernate in the same process: rounds take turns, a figure is the median of its rounds, and
 * what both come to is compared.
 */
public final class OrmBenchmark {

    private static final int ITEMS = 1000;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final TestEngine engine;
    private final Scale scale;
    private final Target target;
    private final StringBuilder report = new StringBuilder();

    private OrmBenchmark(TestEngine engine, Scale scale, TestDatabase database) {
        this.engine = engine;
        this.scale = scale;
        this.target = new Target(database.url(), database.jdbcUrl(), database.username(), database.password());
    }

    /** Measures everything on a fresh database, and returns a table. */
    public static String on(TestEngine engine, String scaleName) throws SQLException {
        try (TestDatabase database = TestDatabases.create(engine)) {
            OrmBenchmark benchmark = new OrmBenchmark(engine, Scale.named(scaleName), database);
            Tables.create(benchmark.target, benchmark.scale);
            benchmark.measure();
            return benchmark.report.toString();
        }
    }

    private void measure() throws SQLException {
        report.append(String.format(
                "| %s, ORM | beneath, ms | Dovetail, ms | ratio | of processor time | target |%n"
                        + "| --- | ---: | ---: | ---: | ---: | ---: |%n",
                engine.displayName()));
        try (PlainHibernate plain = new PlainHibernate(target);
                DovetailOrm dovetail = new DovetailOrm(target);
                RawReads raw = new RawReads(target)) {
            for (int id = 1; id <= ITEMS; id++) {
                plain.insert(id);
            }
            compare("get by id", 1.05, round -> gets(plain::get, round), round -> gets(dovetail::get, round));
            compare(
                    "the same, read-only",
                    1.05,
                    round -> gets(plain::get, round),
                    round -> gets(dovetail::getReadOnly, round));
            long[] next = {1_000_000};
            compare("insert one", 1.05, round -> inserts(plain, next), round -> inserts(dovetail, next));
            clearInserted();
            compare("update 1000", 1.05, plain::updateAll, dovetail::updateAll);
            compare("list 50 with children", 1.05, round -> lists(plain, round), round -> lists(dovetail, round));
            compare(
                    "list 50 with children, over JDBC by hand",
                    2.20,
                    round -> pages(raw::fiftyWithOrders, round),
                    round -> lists(dovetail, round));
            compare(
                    "the same, read-only",
                    2.20,
                    round -> pages(raw::fiftyWithOrders, round),
                    round -> pages(dovetail::fiftyReadOnly, round));
            guard("guard, per entity without to-one", 0.1, ITEMS, plain::items, dovetail::items);
            guard("guard, per entity with to-one", 1.0, 1000, plain::thousandOrders, dovetail::thousandOrders);
            coherence(dovetail);
        }
        boot();
    }

    private void clearInserted() throws SQLException {
        try (var connection = dev.dovetail.examples.benchmarks.contender.PlainConnection.open(target);
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from items where id > " + ITEMS);
        }
    }

    private long gets(ById get, int round) throws SQLException {
        long sum = 0;
        for (int i = 0; i < scale.gets(); i++) {
            sum += get.read(1 + (i * 7_919L + round) % scale.customers());
        }
        return sum;
    }

    private long inserts(OrmContender contender, long[] next) throws SQLException {
        for (int i = 0; i < scale.gets() / 4; i++) {
            contender.insert(++next[0]);
        }
        return 0;
    }

    private long lists(OrmContender contender, int round) throws SQLException {
        return pages(contender::fiftyWithOrders, round);
    }

    private long pages(Page page, int round) throws SQLException {
        long sum = 0;
        for (int i = 0; i < scale.pages(); i++) {
            sum += page.read(1 + (i * 7_919L + round) % (scale.customers() / 50) * 50);
        }
        return sum;
    }

    private void compare(String title, double aim, Work beneath, Work dovetail) throws SQLException {
        Times times = times(title, beneath, dovetail);
        line(
                title,
                median(times.beneath()),
                median(times.dovetail()),
                median(times.dovetailCpu()) / median(times.beneathCpu()),
                aim);
    }

    /** Of plain Hibernate or JDBC and of Dovetail, in milliseconds of the clock and of this thread's processor time. */
    private Times times(String title, Work beneath, Work dovetail) throws SQLException {
        Times times = new Times(
                new double[scale.rounds()],
                new double[scale.rounds()],
                new double[scale.rounds()],
                new double[scale.rounds()]);
        long warm = System.nanoTime() + scale.warmUp() * 1_000_000L;
        int before = 0;
        while (before == 0 || System.nanoTime() < warm) {
            beneath.run(before);
            dovetail.run(before++);
        }
        for (int round = 0; round < scale.rounds(); round++) {
            long[] results = new long[2];
            for (int turn = 0; turn < 2; turn++) {
                // Who begins changes, too.
                int who = (turn + round) % 2;
                long clock = System.nanoTime();
                long processor = CPU.getCurrentThreadCpuTime();
                results[who] = (who == 0 ? beneath : dovetail).run(before + round);
                (who == 0 ? times.beneathCpu() : times.dovetailCpu())[round] =
                        (CPU.getCurrentThreadCpuTime() - processor) / 1e6;
                (who == 0 ? times.beneath() : times.dovetail())[round] = (System.nanoTime() - clock) / 1e6;
            }
            if (results[0] != results[1]) {
                throw new IllegalStateException("'" + title + "' comes to " + Arrays.toString(results));
            }
        }
        return times;
    }

    private void line(String title, double beneath, double dovetail, double processor, double aim) {
        report.append(String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                title,
                beneath,
                dovetail,
                dovetail / beneath,
                processor,
                aim));
    }

    private void guard(String title, double aim, int entities, Read plain, Read dovetail) throws SQLException {
        Times times = times(title, round -> repeated(plain), round -> repeated(dovetail));
        double more = (median(times.dovetailCpu()) - median(times.beneathCpu())) * 1000 / 10 / entities;
        report.append(String.format(Locale.ROOT, "| %s | | | | %.2f us more | %.1f us |%n", title, more, aim));
    }

    private static long repeated(Read read) throws SQLException {
        long sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += read.read();
        }
        return sum;
    }

    private void coherence(DovetailOrm dovetail) {
        more(dovetail, "a read of another table beside 1000 entities", "customers", false, "50 us");
        more(dovetail, "a write of another table beside 1000 entities", "orders", true, "50 us");
        more(dovetail, "a read of their table", "items", false, "1000 us");
        more(dovetail, "a write of their table, with the refresh", "items", true, "1000 us + refresh");
    }

    private void more(DovetailOrm dovetail, String title, String table, boolean write, String aim) {
        List<Double> differences = new ArrayList<>();
        for (int round = 0; round < scale.rounds(); round++) {
            double alone = dovetail.microseconds(false, table, write);
            differences.add(dovetail.microseconds(true, table, write) - alone);
        }
        double median =
                median(differences.stream().mapToDouble(Double::doubleValue).toArray());
        report.append(String.format(Locale.ROOT, "| %s | | | %.1f us more | | %s |%n", title, median, aim));
    }

    private void boot() {
        int boots = scale.starts();
        double[] plain = new double[boots];
        double[] dovetail = new double[boots];
        double[] plainCpu = new double[boots];
        double[] dovetailCpu = new double[boots];
        try (HikariDataSource pool = PlainHibernate.pool(target);
                Database db = Database.open(target.url())) {
            for (int i = 0; i < boots; i++) {
                long start = System.nanoTime();
                long processor = CPU.getCurrentThreadCpuTime();
                try (SessionFactory factory = PlainHibernate.boot(target, pool)) {
                    plain[i] = factory.isOpen() ? (System.nanoTime() - start) / 1e6 : 0;
                    plainCpu[i] = CPU.getCurrentThreadCpuTime() - processor;
                }
                start = System.nanoTime();
                processor = CPU.getCurrentThreadCpuTime();
                try (HibernatePersistence persistence = DovetailOrm.boot(db)) {
                    dovetail[i] = persistence.sessionFactory().isOpen() ? (System.nanoTime() - start) / 1e6 : 0;
                    dovetailCpu[i] = CPU.getCurrentThreadCpuTime() - processor;
                }
            }
        }
        line("boot", median(plain), median(dovetail), median(dovetailCpu) / median(plainCpu), 1.10);
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @FunctionalInterface
    private interface Work {
        long run(int round) throws SQLException;
    }

    @FunctionalInterface
    private interface ById {
        long read(long id) throws SQLException;
    }

    @FunctionalInterface
    private interface Page {
        long read(long firstId) throws SQLException;
    }

    @FunctionalInterface
    private interface Read {
        long read() throws SQLException;
    }

    private record Times(double[] beneath, double[] dovetail, double[] beneathCpu, double[] dovetailCpu) {}
}
