package dev.dovetail.core.type;

import dev.dovetail.core.error.ValueNotKeptException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What the bindings of this package share: null, inlined values, and the column's name in what they refuse.
 *
 * @param <T> the type that goes to the driver; the converter has cut or refused what no engine keeps
 * @param <U> the type that users see
 */
abstract class EngineBinding<T, U> implements Binding<T, U> {

    private static final long serialVersionUID = 1L;

    private final Converter<T, U> converter;

    EngineBinding(Converter<T, U> converter) {
        this.converter = converter;
    }

    /** The JDBC type of a null. */
    abstract int jdbcType(SQLDialect family);

    abstract void bind(PreparedStatement statement, int index, T value, SQLDialect family) throws SQLException;

    abstract @Nullable T read(Cell cell, SQLDialect family) throws SQLException;

    /** The variable as it stands in the statement's text, also for null: a batch is rendered without its values. */
    String variable(String placeholder, SQLDialect family) {
        return placeholder;
    }

    /** The value as a part of the statement's text. */
    abstract QueryPart literal(T value, SQLDialect family);

    @Override
    public final Converter<T, U> converter() {
        return converter;
    }

    @Override
    public final void sql(BindingSQLContext<U> context) {
        if (context.render().paramType() != ParamType.INLINED) {
            context.render().sql(variable(context.variable(), context.family()));
            return;
        }
        T value = converter.to(context.value());
        context.render().visit(value == null ? DSL.raw("null") : literal(value, context.family()));
    }

    @Override
    public final void register(BindingRegisterContext<U> context) throws SQLException {
        context.statement().registerOutParameter(context.index(), jdbcType(context.family()));
    }

    @Override
    public final void set(BindingSetStatementContext<U> context) throws SQLException {
        try {
            T value = converter.to(context.value());
            if (value == null) {
                context.statement().setNull(context.index(), jdbcType(context.family()));
            } else {
                bind(context.statement(), context.index(), value, context.family());
            }
        } catch (ValueNotKeptException refused) {
            String column = BoundColumn.name(context, context.index());
            throw column == null ? refused : refused.in(column);
        }
    }

    @Override
    public final void get(BindingGetResultSetContext<U> context) throws SQLException {
        context.value(converter.from(read(Cell.of(context.resultSet(), context.index()), context.family())));
    }

    @Override
    public final void get(BindingGetStatementContext<U> context) throws SQLException {
        context.value(converter.from(read(Cell.of(context.statement(), context.index()), context.family())));
    }

    /** None of the engines has these. */
    @Override
    public final void set(BindingSetSQLOutputContext<U> context) throws SQLException {
        throw new SQLFeatureNotSupportedException("java.sql.SQLOutput");
    }

    @Override
    public final void get(BindingGetSQLInputContext<U> context) throws SQLException {
        throw new SQLFeatureNotSupportedException("java.sql.SQLInput");
    }

    static boolean isSqlite(SQLDialect family) {
        return family == SQLDialect.SQLITE;
    }

    static boolean isMysqlFamily(SQLDialect family) {
        return family == SQLDialect.MARIADB || family == SQLDialect.MYSQL;
    }
}
