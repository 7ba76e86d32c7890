package dev.dovetail.core.type;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jooq.Converter;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What is text on SQLite, in a form that sorts like the values, and a type of its own elsewhere. */
abstract class TextOnSqliteBinding<T, U> extends EngineBinding<T, U> {

    private static final long serialVersionUID = 1L;

    TextOnSqliteBinding(Converter<T, U> converter) {
        super(converter);
    }

    abstract String text(T value);

    abstract T value(String text);

    /** As the servers' drivers take it. */
    void bindOnServer(PreparedStatement statement, int index, T value, SQLDialect family) throws SQLException {
        statement.setObject(index, value);
    }

    abstract @Nullable T readFromServer(Cell cell, SQLDialect family) throws SQLException;

    abstract QueryPart literalOnServer(T value, SQLDialect family);

    @Override
    final void bind(PreparedStatement statement, int index, T value, SQLDialect family) throws SQLException {
        if (isSqlite(family)) {
            statement.setString(index, text(value));
        } else {
            bindOnServer(statement, index, value, family);
        }
    }

    @Override
    final @Nullable T read(Cell cell, SQLDialect family) throws SQLException {
        if (!isSqlite(family)) {
            return readFromServer(cell, family);
        }
        String text = cell.text();
        return text == null ? null : value(text);
    }

    @Override
    final QueryPart literal(T value, SQLDialect family) {
        return isSqlite(family) ? DSL.inline(text(value)) : literalOnServer(value, family);
    }
}
