package dev.dovetail.examples.benchmarks.contender;

import static dev.dovetail.examples.benchmarks.contender.Contenders.DOVETAIL;
import static dev.dovetail.examples.benchmarks.contender.Contenders.JOOQ;
import static dev.dovetail.examples.benchmarks.contender.Contenders.RAW;
import static dev.dovetail.examples.benchmarks.contender.Contenders.TUNED;

import dev.dovetail.core.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** From nothing to the name of customer 1. */
public final class FirstQuery {

    private FirstQuery() {}

    /** Runs it in the way of a contender. */
    public static String run(String contender, Target target) throws SQLException {
        return switch (contender) {
            case RAW, TUNED -> raw(target);
            case DOVETAIL -> dovetail(target);
            case JOOQ -> jooq(target);
            default -> throw new IllegalArgumentException("There is no contender '" + contender + "'");
        };
    }

    private static String raw(Target target) throws SQLException {
        try (Connection connection = PlainConnection.open(target);
                PreparedStatement query = connection.prepareStatement("select name from customers where id = ?")) {
            query.setLong(1, 1);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static String dovetail(Target target) {
        try (Database db = Database.open(target.url())) {
            return db.read(sql -> query(sql));
        }
    }

    private static String jooq(Target target) throws SQLException {
        try (Connection connection = PlainConnection.open(target)) {
            return query(DSL.using(connection, target.isSqlite() ? SQLDialect.SQLITE : SQLDialect.POSTGRES));
        }
    }

    private static String query(DSLContext sql) {
        return sql.select(Schema.CUSTOMERS_NAME)
                .from(Schema.CUSTOMERS)
                .where(Schema.CUSTOMERS_ID.eq(1L))
                .fetchSingle(Schema.CUSTOMERS_NAME);
    }
}
