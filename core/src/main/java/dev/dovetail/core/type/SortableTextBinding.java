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

/** What is {@link SortableDecimal} text on SQLite and a number on the servers. */
abstract class SortableTextBinding<U> extends TextOnSqliteBinding<BigDecimal, U> {

    private static final long serialVersionUID = 1L;

    SortableTextBinding(Converter<BigDecimal, U> converter) {
        super(converter);
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
