package dev.dovetail.examples.benchmarks.contender;

import java.sql.SQLException;
import java.util.List;

/** The contenders by name. */
public final class Contenders {

    /** JDBC by hand, which is 1. */
    public static final String RAW = "raw";

    /** JDBC by hand without regard to anything but speed. */
    public static final String TUNED = "tuned";

    /** This library. */
    public static final String DOVETAIL = "dovetail";

    /** jOOQ alone, as its manual shows it. */
    public static final String JOOQ = "jooq";

    /** All of them, JDBC by hand first. */
    public static final List<String> ALL = List.of(RAW, TUNED, DOVETAIL, JOOQ);

    private Contenders() {}

    /** Opens the database in the way of a contender. */
    public static Contender open(String name, Target target) throws SQLException {
        return switch (name) {
            case RAW -> new RawJdbc(target);
            case TUNED -> new TunedJdbc(target);
            case DOVETAIL -> new Dovetail(target);
            case JOOQ -> new PlainJooq(target);
            default -> throw new IllegalArgumentException("There is no contender '" + name + "', only " + ALL);
        };
    }
}
