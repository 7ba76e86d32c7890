package dev.dovetail.migrations.diagram;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Constraint.Kind;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.catalog.Table;
import java.util.List;

/** An entity relationship diagram in the language of Mermaid. */
final class Mermaid {

    private Mermaid() {}

    static String of(Schema schema) {
        StringBuilder out = new StringBuilder("erDiagram\n");
        for (Table table : schema.tables().values()) {
            out.append("    ").append(quoted(table.name())).append(" {\n");
            table.columns().forEach(column -> column(table, column, out));
            out.append("    }\n");
        }
        for (Table table : schema.tables().values()) {
            for (Constraint key : table.constraints(Kind.FOREIGN_KEY)) {
                out.append("    ")
                        .append(quoted(table.name()))
                        .append(Keys.isUnique(table, key.columns()) ? " |o--" : " }o--")
                        .append(Keys.isOptional(table, key) ? "o| " : "|| ")
                        .append(quoted(String.valueOf(key.target())))
                        .append(" : ")
                        .append(quoted(String.join(", ", key.columns())))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static void column(Table table, Column column, StringBuilder out) {
        List<String> keys = Keys.of(table, column);
        out.append("        ").append(word(column.type())).append(' ').append(word(column.name()));
        if (!keys.isEmpty()) {
            out.append(' ').append(String.join(", ", keys));
        }
        if (column.nullable()) {
            out.append(" \"null\"");
        }
        out.append('\n');
    }

    private static String quoted(String name) {
        return '"' + name.replace('"', '\'') + '"';
    }

    /** Types and names of columns are single words that begin with a letter. */
    private static String word(String text) {
        String word = text.replaceAll("[^\\p{L}\\p{N}_()\\[\\]-]+", "_").replaceAll("_+$", "");
        return word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "x" + word : word;
    }
}
