package dev.dovetail.testing.contract;

import dev.dovetail.core.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tables of the contract's entities, as SQL for each engine. */
public final class ContractSchema {

    private ContractSchema() {}

    /** Makes the tables in an empty database. */
    public static void create(Database db) {
        List<String> statements = statements(db.engine().id());
        db.transaction(sql -> {
            statements.forEach(sql::execute);
            return statements.size();
        });
    }

    /**
     * The statements that make the tables, in order.
     *
     * @param engine {@code sqlite}, {@code postgresql}, {@code h2} or {@code mariadb}
     * @throws IllegalArgumentException for another engine
     */
    public static List<String> statements(String engine) {
        String name = "schema-" + engine.toLowerCase(Locale.ROOT) + ".sql";
        try (InputStream script = ContractSchema.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalArgumentException("The contract has no tables for the engine '" + engine + "'");
            }
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split(";"))
                    .map(String::trim)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
