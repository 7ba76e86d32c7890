package dev.dovetail.core.type;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jooq.Converter;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An exact decimal of any length: {@code numeric(precision, scale)} on the servers, and on SQLite a column declared
 * {@code decimal_text(precision, scale)} that holds {@link SortableDecimal} text. Equality, ranges, order, keys and
 * indexes are right there; arithmetic and {@code sum} in SQL are not, so compute in Java, and compare with bound values,
 * not with numbers written into the SQL text.
 *
 * <p>A value with more digits than the column has is refused on every engine. Immutable.
 */
public final class DecimalTextBinding extends TextOnSqliteBinding<BigDecimal, BigDecimal> {

    private static final long serialVersionUID = 1L;

    /**
     * For a column, which generated code makes for each of its fields.
     *
     * @throws IllegalArgumentException if precision is not 1 to 999 or scale not 0 to precision
     */
    public DecimalTextBinding(int precision, int scale) {
        this(new Digits(precision, scale));
    }

    private DecimalTextBinding(Digits digits) {
        super(Converter.ofNullable(BigDecimal.class, BigDecimal.class, digits::scaled, digits::require));
    }

    @Override
    int jdbcType(SQLDialect family) {
        return isSqlite(family) ? Types.VARCHAR : Types.NUMERIC;
    }

    @Override
    String text(BigDecimal value) {
        return SortableDecimal.encode(value);
    }

    @Override
    BigDecimal value(String text) {
        return SortableDecimal.decode(text);
    }

    @Override
    void bindOnServer(PreparedStatement statement, int index, BigDecimal value, SQLDialect family) throws SQLException {
        statement.setBigDecimal(index, value);
    }

    @Override
    @Nullable
    BigDecimal readFromServer(Cell cell, SQLDialect family) throws SQLException {
        return cell.object(BigDecimal.class);
    }

    @Override
    QueryPart literalOnServer(BigDecimal value, SQLDialect family) {
        return DSL.inline(value);
    }
}
