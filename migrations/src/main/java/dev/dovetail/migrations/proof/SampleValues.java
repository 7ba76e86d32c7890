package dev.dovetail.migrations.proof;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.EnumType;
import dev.dovetail.migrations.catalog.Schema;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value for a column, as a literal: different for each row, and the same for columns that refer to each other. */
final class SampleValues {

    private static final Pattern LENGTH = Pattern.compile("\\((\\d+)\\)");

    private SampleValues() {}

    /** A text that is to become something else must read like that already. */
    static String of(Column column, Column future, Engine engine, Schema schema, int row) {
        String literal = of(future.type().equals(column.type()) ? column : future, engine, schema, row);
        boolean text = isText(column.type()) && !column.type().equals(future.type());
        if (text && !literal.startsWith("'")) {
            return "'" + literal + "'";
        }
        return text ? literal : of(column, engine, schema, row);
    }

    private static boolean isText(String type) {
        return type.toLowerCase(Locale.ROOT).matches(".*(char|text|clob).*");
    }

    private static String of(Column column, Engine engine, Schema schema, int row) {
        String type = column.type().toLowerCase(Locale.ROOT);
        EnumType listed = schema.enums().get(column.type().replace("\"", ""));
        if (listed != null) {
            return "'" + listed.values().get((row - 1) % listed.values().size()).replace("'", "''") + "'";
        }
        if (type.contains("bool")) {
            return engine == Engine.SQLITE ? String.valueOf(row % 2) : row % 2 == 0 ? "true" : "false";
        }
        if (type.startsWith("decimal_text")) {
            return "'" + row + "'";
        }
        if (type.matches(".*(int|serial|numeric|decimal|real|double|float|number).*") && !type.contains("interval")) {
            return String.valueOf(row);
        }
        if (type.contains("uuid")) {
            return "'00000000-0000-0000-0000-00000000000" + row + "'";
        }
        if (type.startsWith("timestamp") || type.startsWith("datetime")) {
            return "'2026-01-0" + row + " 10:20:30'";
        }
        if (type.equals("date")) {
            return "'2026-01-0" + row + "'";
        }
        if (type.startsWith("time")) {
            return "'10:20:3" + row + "'";
        }
        if (type.startsWith("interval")) {
            return "'" + row + " days'";
        }
        if (type.startsWith("json")) {
            return "'{\"row\": " + row + "}'";
        }
        if (type.equals("bytea")) {
            return "'\\x0" + row + "'";
        }
        if (type.contains("blob") || type.contains("binary")) {
            return "X'0" + row + "'";
        }
        return "'" + text(type, row) + "'";
    }

    private static String text(String type, int row) {
        Matcher length = LENGTH.matcher(type);
        return length.find() && Integer.parseInt(length.group(1)) < 4 ? String.valueOf(row) : "row" + row;
    }
}
