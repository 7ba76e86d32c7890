package dev.dovetail.examples.benchmarks.process;

import dev.dovetail.examples.benchmarks.contender.Contender;
import dev.dovetail.examples.benchmarks.contender.Target;
import dev.dovetail.examples.benchmarks.work.Buyer;
import dev.dovetail.examples.benchmarks.work.CustomerOrders;
import dev.dovetail.examples.benchmarks.work.Item;
import dev.dovetail.examples.benchmarks.work.Order;
import dev.dovetail.examples.benchmarks.work.Scale;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.LongStream;

/** What is measured, with the ratio to JDBC by hand that Dovetail aims for. */
public enum Work {
    /** Customers by id, one at a time. */
    GET_BY_ID("get one row by id", 0.55, 0.60) {
        @Override
        long run(Contender contender, Target target, Scale scale, int round) throws SQLException {
            long sum = 0;
            for (int i = 0; i < scale.gets(); i++) {
                sum += contender
                        .customer(1 + (i * 7_919L + round) % scale.customers())
                        .email()
                        .length();
            }
            return sum;
        }
    },

    /** Fifty customers with their orders. */
    PARENTS_WITH_CHILDREN("50 parents with 20 children each", 1.10, 1.10) {
        @Override
        long run(Contender contender, Target target, Scale scale, int round) throws SQLException {
            long sum = 0;
            for (int i = 0; i < scale.pages(); i++) {
                long first = 1 + (i * 7_919L + round) % (scale.customers() / 50) * 50;
                for (CustomerOrders each : contender.fiftyWithOrders(first)) {
                    sum += each.customer().id()
                            + each.orders().stream().mapToLong(Order::total).sum();
                }
            }
            return sum;
        }
    },

    /** Many rows into an empty table. */
    BULK_INSERT("bulk insert 100k rows", 0.85, 0.60) {
        @Override
        void prepare(Target target, Scale scale) throws SQLException {
            Tables.keepItems(target, 1, 0, id -> true);
        }

        @Override
        long run(Contender contender, Target target, Scale scale, int round) throws SQLException {
            contender.insert(Item.from(1, scale.inserted()));
            return scale.inserted();
        }

        @Override
        long checksum(Target target, long ofRun) throws SQLException {
            return Tables.itemsChecksum(target);
        }
    },

    /** A join with an aggregate. */
    TOP_TEN_BUYERS("top ten buyers", 1.00, 1.00) {
        @Override
        long run(Contender contender, Target target, Scale scale, int round) throws SQLException {
            return contender.topTenBuyers().stream().mapToLong(Buyer::total).sum();
        }
    },

    /** Every tenth row gets values of its own. */
    UPDATE("update 1000 rows", 0.55, 0.70) {
        @Override
        void prepare(Target target, Scale scale) throws SQLException {
            Tables.keepItems(target, 1, scale.updated() * 10, id -> true);
        }

        @Override
        long run(Contender contender, Target target, Scale scale, int round) throws SQLException {
            for (int update = 0; update < scale.updates(); update++) {
                long shift = update;
                contender.update(LongStream.range(0, scale.updated())
                        .mapToObj(i -> new Item(1 + i * 10, "", i * 3 + shift, "a new note " + i))
                        .toList());
            }
            return scale.updated();
        }

        @Override
        long checksum(Target target, long ofRun) throws SQLException {
            return Tables.itemsChecksum(target);
        }
    },

    /** Half of the rows are there already. */
    UPSERT("upsert 10k", 0.95, 0.70) {
        @Override
        void prepare(Target target, Scale scale) throws SQLException {
            // Of each upsert's rows the second half is there, so that none meets the rows of another one.
            Tables.keepItems(target, 1, scale.upserted() * scale.upserts(), id -> isThere(id, scale.upserted()));
        }

        @Override
        long run(Contender contender, Target target, Scale scale, int round) throws SQLException {
            for (int upsert = 0; upsert < scale.upserts(); upsert++) {
                contender.upsert(Item.from(1L + upsert * scale.upserted(), scale.upserted()));
            }
            return scale.upserted();
        }

        @Override
        long checksum(Target target, long ofRun) throws SQLException {
            return Tables.itemsChecksum(target);
        }
    },

    /** All orders, one after the other. */
    STREAM("stream 200k rows", 1.15, 1.15) {
        @Override
        long run(Contender contender, Target target, Scale scale, int round) throws SQLException {
            long[] sum = new long[1];
            contender.eachOrder(order -> sum[0] += order.total() + order.note().length());
            return sum[0];
        }
    };

    private final String title;
    private final double postgresqlTarget;
    private final double sqliteTarget;

    Work(String title, double postgresqlTarget, double sqliteTarget) {
        this.title = title;
        this.postgresqlTarget = postgresqlTarget;
        this.sqliteTarget = sqliteTarget;
    }

    private static boolean isThere(long id, int upserted) {
        return (id - 1) % upserted >= upserted / 2;
    }

    /** Its name on a command line: {@code get-by-id}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a table calls it. */
    public String title() {
        return title;
    }

    /** The ratio to aim for. */
    public double target(boolean sqlite) {
        return sqlite ? sqliteTarget : postgresqlTarget;
    }

    /** Makes the data ready; not measured. */
    void prepare(Target target, Scale scale) throws SQLException {
        // Most of the work only reads.
    }

    /** One round; what it returns depends on all that was read. */
    abstract long run(Contender contender, Target target, Scale scale, int round) throws SQLException;

    /** What every contender must come to; not measured. */
    long checksum(Target target, long ofRun) throws SQLException {
        return ofRun;
    }
}
