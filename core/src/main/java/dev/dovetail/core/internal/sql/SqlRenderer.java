package dev.dovetail.core.internal.sql;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.spi.StatementInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.BindContext;
import org.jooq.Configuration;
import org.jooq.ConnectionProvider;
import org.jooq.DMLQuery;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.VisitListenerProvider;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultVisitListenerProvider;
import org.jooq.tools.jdbc.MockConnection;
import org.jspecify.annotations.Nullable;

/**
 * Renders statements for those who send them by JDBC. jOOQ runs the statement against a connection that goes nowhere:
 * text and order of the parameters are then exactly those of a statement that jOOQ sends. Thread-safe.
 */
public final class SqlRenderer {

    private static final JSON SAMPLE_JSON = JSON.valueOf("null");
    private static final JSONB SAMPLE_JSONB = JSONB.valueOf("null");

    private final Engine engine;
    private final Configuration configuration;
    private final DSLContext sql;

    /** Renders as this context of an engine does. */
    public SqlRenderer(Engine engine, DSLContext sql) {
        this.engine = engine;
        this.configuration = sql.configuration()
                .derive(new ExecuteListenerProvider[0])
                // jOOQ would write the values of long lists into the text.
                .derive(sql.settings().withInlineThreshold(Integer.MAX_VALUE));
        this.sql = DSL.using(configuration.derive(new Nowhere()));
    }

    /** A context for building statements; it cannot run any. */
    public DSLContext sql() {
        return sql;
    }

    /** Renders a statement, which nobody else may use meanwhile. */
    public Rendering render(Query query) {
        Capture capture = new Capture();
        Configuration capturing = configuration
                .derive(Stream.concat(
                                Stream.of(configuration.visitListenerProviders()),
                                Stream.of(new DefaultVisitListenerProvider(capture)))
                        .toArray(VisitListenerProvider[]::new))
                .derive(new MockConnection(context -> {
                    if (capture.sql == null) {
                        capture.sql = context.sql();
                    }
                    throw new SQLException("This connection only captures statements");
                }));
        TableCollector.begin();
        TableCollector.Collected tables;
        try {
            DSL.using(capturing).execute(query);
        } catch (DataAccessException captured) {
            if (capture.sql == null) {
                throw captured;
            }
        } finally {
            tables = TableCollector.end();
        }
        String text = capture.sql;
        if (text == null) {
            throw refused(
                    "a statement that does nothing",
                    "jOOQ has nothing to send, for example an update without values",
                    "complete the statement");
        }
        return new Rendering(
                text,
                capture.params,
                new StatementInfo(
                        query instanceof DMLQuery<?> || SqlText.mayWrite(engine, text),
                        tables.tables(),
                        !tables.hasPlainSql()));
    }

    private static DovetailException refused(String what, String cause, String fix) {
        return new DovetailException(
                new Explanation(CoreError.BAD_QUERY, "A compiled query got " + what + ".", cause, fix), null);
    }

    private static final class Capture implements VisitListener {
        private final List<Param<?>> params = new ArrayList<>();
        private @Nullable String sql;

        @Override
        public void visitStart(VisitContext context) {
            if (!(context.queryPart() instanceof Param<?> param)) {
                return;
            }
            if (context.context() instanceof BindContext) {
                boolean sample = param.getValue() == SAMPLE_JSON || param.getValue() == SAMPLE_JSONB;
                params.add(sample ? DSL.param(param.getParamName(), param.getDataType()) : param);
            } else if (param.getParamName() != null && param.getValue() == null && !param.isInline()) {
                // For H2, jOOQ writes a JSON parameter that is null without the words that one with a value needs.
                if (param.getType() == JSON.class) {
                    context.queryPart(DSL.param(param.getParamName(), SAMPLE_JSON));
                } else if (param.getType() == JSONB.class) {
                    context.queryPart(DSL.param(param.getParamName(), SAMPLE_JSONB));
                }
            }
        }
    }

    private record Nowhere() implements ConnectionProvider {

        @Override
        public Connection acquire() {
            throw refused(
                    "a lambda that runs a statement",
                    "the lambda of compile(…) only builds the statement; it is run later, with its parameters",
                    "return the statement instead of calling fetch() or execute() on it");
        }

        @Override
        public void release(Connection connection) {
            // Never given out.
        }
    }
}
