package dev.dovetail.migrations.ddl;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.diff.Rename;
import dev.dovetail.migrations.diff.SchemaChange;
import java.util.List;

/** Writes the statements for one engine. Thread-safe. */
public interface Ddl {

    /** For an engine. */
    static Ddl of(Engine engine) {
        return switch (engine) {
            case SQLITE -> new SqliteDdl();
            case POSTGRESQL -> new AlterDdl(new PostgresqlDialect());
            case H2 -> new AlterDdl(new H2Dialect());
            case MARIADB, MYSQL -> new AlterDdl(new MysqlFamilyDialect(engine));
        };
    }

    /** The statements that make the one schema into the other, in an order in which the engine takes them. */
    List<String> statements(SchemaChange change);

    /** The statement that gives a table or a column another name. */
    String rename(Rename rename);
}
