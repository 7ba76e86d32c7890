package dev.dovetail.core.query;

import org.jooq.Function1;
import org.jooq.Function10;
import org.jooq.Function11;
import org.jooq.Function12;
import org.jooq.Function13;
import org.jooq.Function14;
import org.jooq.Function15;
import org.jooq.Function16;
import org.jooq.Function17;
import org.jooq.Function18;
import org.jooq.Function19;
import org.jooq.Function2;
import org.jooq.Function20;
import org.jooq.Function21;
import org.jooq.Function22;
import org.jooq.Function3;
import org.jooq.Function4;
import org.jooq.Function5;
import org.jooq.Function6;
import org.jooq.Function7;
import org.jooq.Function8;
import org.jooq.Function9;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record10;
import org.jooq.Record11;
import org.jooq.Record12;
import org.jooq.Record13;
import org.jooq.Record14;
import org.jooq.Record15;
import org.jooq.Record16;
import org.jooq.Record17;
import org.jooq.Record18;
import org.jooq.Record19;
import org.jooq.Record2;
import org.jooq.Record20;
import org.jooq.Record21;
import org.jooq.Record22;
import org.jooq.Record3;
import org.jooq.Record4;
import org.jooq.Record5;
import org.jooq.Record6;
import org.jooq.Record7;
import org.jooq.Record8;
import org.jooq.Record9;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a compiled query become. A function takes the columns in their order, with their types checked by the
 * compiler; a column that is null arrives as null, so a parameter for it must not be a primitive.
 */
public final class Mappings {

    private Mappings() {}

    /** The value of the only column. */
    public static <A> RowMapping<Record1<A>, @Nullable A> value() {
        return RowMapping.byPosition(row -> row.get(0));
    }

    /**
     * A record, whose components are the columns of the same names; {@code userId} is {@code user_id}, too. A column's
     * type may be another than the component's where jOOQ converts between them.
     *
     * @throws QueryException when the query is compiled, if a component has no column or none of its type
     */
    public static <T extends java.lang.Record> RowMapping<Record, T> into(Class<T> type) {
        return RowMapping.resolved(columns -> RecordReader.of(type, columns));
    }

    /** jOOQ's own record, for where one is needed; it is attached to no database. */
    public static <R extends Record> RowMapping<R, R> record() {
        return RowMapping.resolved(JooqRecordReader::new);
    }

    /** A function of the column. */
    public static <A, T extends @Nullable Object> RowMapping<Record1<A>, T> mapping(
            Function1<? super A, ? extends T> function) {
        return RowMapping.byPosition(row -> function.apply(row.get(0)));
    }

    /** A function of 2 columns. */
    public static <A, B, T extends @Nullable Object> RowMapping<Record2<A, B>, T> mapping(
            Function2<? super A, ? super B, ? extends T> function) {
        return RowMapping.byPosition(row -> function.apply(row.get(0), row.get(1)));
    }

    /** A function of 3 columns. */
    public static <A, B, C, T extends @Nullable Object> RowMapping<Record3<A, B, C>, T> mapping(
            Function3<? super A, ? super B, ? super C, ? extends T> function) {
        return RowMapping.byPosition(row -> function.apply(row.get(0), row.get(1), row.get(2)));
    }

    /** A function of 4 columns. */
    public static <A, B, C, D, T extends @Nullable Object> RowMapping<Record4<A, B, C, D>, T> mapping(
            Function4<? super A, ? super B, ? super C, ? super D, ? extends T> function) {
        return RowMapping.byPosition(row -> function.apply(row.get(0), row.get(1), row.get(2), row.get(3)));
    }

    /** A function of 5 columns. */
    public static <A, B, C, D, E, T extends @Nullable Object> RowMapping<Record5<A, B, C, D, E>, T> mapping(
            Function5<? super A, ? super B, ? super C, ? super D, ? super E, ? extends T> function) {
        return RowMapping.byPosition(row -> function.apply(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)));
    }

    /** A function of 6 columns. */
    public static <A, B, C, D, E, F, T extends @Nullable Object> RowMapping<Record6<A, B, C, D, E, F>, T> mapping(
            Function6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? extends T> function) {
        return RowMapping.byPosition(
                row -> function.apply(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5)));
    }

    /** A function of 7 columns. */
    public static <A, B, C, D, E, F, G, T extends @Nullable Object> RowMapping<Record7<A, B, C, D, E, F, G>, T> mapping(
            Function7<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? extends T>
                    function) {
        return RowMapping.byPosition(row ->
                function.apply(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5), row.get(6)));
    }

    /** A function of 8 columns. */
    public static <A, B, C, D, E, F, G, H, T extends @Nullable Object>
            RowMapping<Record8<A, B, C, D, E, F, G, H>, T> mapping(
                    Function8<
                                    ? super A,
                                    ? super B,
                                    ? super C,
                                    ? super D,
                                    ? super E,
                                    ? super F,
                                    ? super G,
                                    ? super H,
                                    ? extends T>
                            function) {
        return RowMapping.byPosition(row -> function.apply(
                row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5), row.get(6), row.get(7)));
    }

    /** A function of 9 columns. */
    public static <A, B, C, D, E, F, G, H, I, T extends @Nullable Object>
            RowMapping<Record9<A, B, C, D, E, F, G, H, I>, T> mapping(
                    Function9<
                                    ? super A,
                                    ? super B,
                                    ? super C,
                                    ? super D,
                                    ? super E,
                                    ? super F,
                                    ? super G,
                                    ? super H,
                                    ? super I,
                                    ? extends T>
                            function) {
        return RowMapping.byPosition(row -> function.apply(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8)));
    }

    /** A function of 10 columns. */
    public static <A, B, C, D, E, F, G, H, I, J, T extends @Nullable Object>
            RowMapping<Record10<A, B, C, D, E, F, G, H, I, J>, T> mapping(
                    Function10<
                                    ? super A,
                                    ? super B,
                                    ? super C,
                                    ? super D,
                                    ? super E,
                                    ? super F,
                                    ? super G,
                                    ? super H,
                                    ? super I,
                                    ? super J,
                                    ? extends T>
                            function) {
        return RowMapping.byPosition(row -> function.apply(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9)));
    }

    /** A function of 11 columns. */
    public static <A, B, C, D, E, F, G, H, I, J, K, T extends @Nullable Object>
            RowMapping<Record11<A, B, C, D, E, F, G, H, I, J, K>, T> mapping(
                    Function11<
                                    ? super A,
                                    ? super B,
                                    ? super C,
                                    ? super D,
                                    ? super E,
                                    ? super F,
                                    ? super G,
                                    ? super H,
                                    ? super I,
                                    ? super J,
                                    ? super K,
                                    ? extends T>
                            function) {
        return RowMapping.byPosition(row -> function.apply(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10)));
    }

    /** A function of 12 columns. */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, T extends @Nullable Object>
            RowMapping<Record12<A, B, C, D, E, F, G, H, I, J, K, L>, T> mapping(
                    Function12<
                                    ? super A,
                                    ? super B,
                                    ? super C,
                                    ? super D,
                                    ? super E,
                                    ? super F,
                                    ? super G,
                                    ? super H,
                                    ? super I,
                                    ? super J,
                                    ? super K,
                                    ? super L,
                                    ? extends T>
                            function) {
        return RowMapping.byPosition(row -> function.apply(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10),
                row.get(11)));
    }

    /** A function of 13 columns. */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, T extends @Nullable Object>
            RowMapping<Record13<A, B, C, D, E, F, G, H, I, J, K, L, M>, T> mapping(
                    Function13<
                                    ? super A,
                                    ? super B,
                                    ? super C,
                                    ? super D,
                                    ? super E,
                                    ? super F,
                                    ? super G,
                                    ? super H,
                                    ? super I,
                                    ? super J,
                                    ? super K,
                                    ? super L,
                                    ? super M,
                                    ? extends T>
                            function) {
        return RowMapping.byPosition(row -> function.apply(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10),
                row.get(11),
                row.get(12)));
    }

    /** A function of 14 columns. */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, T extends @Nullable Object>
            RowMapping<Record14<A, B, C, D, E, F, G, H, I, J, K, L, M, N>, T> mapping(
                    Function14<
                                    ? super A,
                                    ? super B,
                                    ? super C,
                                    ? super D,
                                    ? super E,
                                    ? super F,
                                    ? super G,
                                    ? super H,
                                    ? super I,
                                    ? super J,
                                    ? super K,
                                    ? super L,
                                    ? super M,
                                    ? super N,
                                    ? extends T>
                            function) {
        return RowMapping.byPosition(row -> function.apply(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10),
                row.get(11),
                row.get(12),
                row.get(13)));
    }

    /** A function of 15 columns. */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, T extends @Nullable Object>
            RowMapping<Record15<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O>, T> mapping(
                    Function15<
                                    ? super A,
                                    ? super B,
                                    ? super C,
                                    ? super D,
                                    ? super E,
                                    ? super F,
                                    ? super G,
                                    ? super H,
                                    ? super I,
                                    ? super J,
                                    ? super K,
                                    ? super L,
                                    ? super M,
                                    ? super N,
                                    ? super O,
                                    ? extends T>
                            function) {
        return RowMapping.byPosition(row -> function.apply(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10),
                row.get(11),
                row.get(12),
                row.get(13),
                row.get(14)));
    }

    /** A function of 16 columns. */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, T extends @Nullable Object>
            RowMapping<Record16<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P>, T> mapping(
                    Function16<
                                    ? super A,
                                    ? super B,
                                    ? super C,
                                    ? super D,
                                    ? super E,
                                    ? super F,
                                    ? super G,
                                    ? super H,
                                    ? super I,
                                    ? super J,
                                    ? super K,
                                    ? super L,
                                    ? super M,
                                    ? super N,
                                    ? super O,
                                    ? super P,
                                    ? extends T>
                            function) {
        return RowMapping.byPosition(row -> function.apply(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10),
                row.get(11),
                row.get(12),
                row.get(13),
                row.get(14),
                row.get(15)));
    }

    /** A function of 17 columns. */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, T extends @Nullable Object>
            RowMapping<Record17<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q>, T> mapping(
                    Function17<
                                    ? super A,
                                    ? super B,
                                    ? super C,
                                    ? super D,
                                    ? super E,
                                    ? super F,
                                    ? super G,
                                    ? super H,
                                    ? super I,
                                    ? super J,
                                    ? super K,
                                    ? super L,
                                    ? super M,
                                    ? super N,
                                    ? super O,
                                    ? super P,
                                    ? super Q,
                                    ? extends T>
                            function) {
        return RowMapping.byPosition(row -> function.apply(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10),
                row.get(11),
                row.get(12),
                row.get(13),
                row.get(14),
                row.get(15),
                row.get(16)));
    }

    /** A function of 18 columns. */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, T extends @Nullable Object>
            RowMapping<Record18<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R>, T> mapping(
                    Function18<
                                    ? super A,
                                    ? super B,
                                    ? super C,
                                    ? super D,
                                    ? super E,
                                    ? super F,
                                    ? super G,
                                    ? super H,
                                    ? super I,
                                    ? super J,
                                    ? super K,
                                    ? super L,
                                    ? super M,
                                    ? super N,
                                    ? super O,
                                    ? super P,
                                    ? super Q,
                                    ? super R,
                                    ? extends T>
                            function) {
        return RowMapping.byPosition(row -> function.apply(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10),
                row.get(11),
                row.get(12),
                row.get(13),
                row.get(14),
                row.get(15),
                row.get(16),
                row.get(17)));
    }

    /** A function of 19 columns. */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T extends @Nullable Object>
            RowMapping<Record19<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S>, T> mapping(
                    Function19<
                                    ? super A,
                                    ? super B,
                                    ? super C,
                                    ? super D,
                                    ? super E,
                                    ? super F,
                                    ? super G,
                                    ? super H,
                                    ? super I,
                                    ? super J,
                                    ? super K,
                                    ? super L,
                                    ? super M,
                                    ? super N,
                                    ? super O,
                                    ? super P,
                                    ? super Q,
                                    ? super R,
                                    ? super S,
                                    ? extends T>
                            function) {
        return RowMapping.byPosition(row -> function.apply(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10),
                row.get(11),
                row.get(12),
                row.get(13),
                row.get(14),
                row.get(15),
                row.get(16),
                row.get(17),
                row.get(18)));
    }

    /** A function of 20 columns. */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U, T extends @Nullable Object>
            RowMapping<Record20<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U>, T> mapping(
                    Function20<
                                    ? super A,
                                    ? super B,
                                    ? super C,
                                    ? super D,
                                    ? super E,
                                    ? super F,
                                    ? super G,
                                    ? super H,
                                    ? super I,
                                    ? super J,
                                    ? super K,
                                    ? super L,
                                    ? super M,
                                    ? super N,
                                    ? super O,
                                    ? super P,
                                    ? super Q,
                                    ? super R,
                                    ? super S,
                                    ? super U,
                                    ? extends T>
                            function) {
        return RowMapping.byPosition(row -> function.apply(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10),
                row.get(11),
                row.get(12),
                row.get(13),
                row.get(14),
                row.get(15),
                row.get(16),
                row.get(17),
                row.get(18),
                row.get(19)));
    }

    /** A function of 21 columns. */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U, V, T extends @Nullable Object>
            RowMapping<Record21<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U, V>, T> mapping(
                    Function21<
                                    ? super A,
                                    ? super B,
                                    ? super C,
                                    ? super D,
                                    ? super E,
                                    ? super F,
                                    ? super G,
                                    ? super H,
                                    ? super I,
                                    ? super J,
                                    ? super K,
                                    ? super L,
                                    ? super M,
                                    ? super N,
                                    ? super O,
                                    ? super P,
                                    ? super Q,
                                    ? super R,
                                    ? super S,
                                    ? super U,
                                    ? super V,
                                    ? extends T>
                            function) {
        return RowMapping.byPosition(row -> function.apply(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10),
                row.get(11),
                row.get(12),
                row.get(13),
                row.get(14),
                row.get(15),
                row.get(16),
                row.get(17),
                row.get(18),
                row.get(19),
                row.get(20)));
    }

    /** A function of 22 columns. */
    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U, V, W, T extends @Nullable Object>
            RowMapping<Record22<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, U, V, W>, T> mapping(
                    Function22<
                                    ? super A,
                                    ? super B,
                                    ? super C,
                                    ? super D,
                                    ? super E,
                                    ? super F,
                                    ? super G,
                                    ? super H,
                                    ? super I,
                                    ? super J,
                                    ? super K,
                                    ? super L,
                                    ? super M,
                                    ? super N,
                                    ? super O,
                                    ? super P,
                                    ? super Q,
                                    ? super R,
                                    ? super S,
                                    ? super U,
                                    ? super V,
                                    ? super W,
                                    ? extends T>
                            function) {
        return RowMapping.byPosition(row -> function.apply(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(9),
                row.get(10),
                row.get(11),
                row.get(12),
                row.get(13),
                row.get(14),
                row.get(15),
                row.get(16),
                row.get(17),
                row.get(18),
                row.get(19),
                row.get(20),
                row.get(21)));
    }
}
