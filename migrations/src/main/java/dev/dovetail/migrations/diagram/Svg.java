package dev.dovetail.migrations.diagram;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Constraint;
import dev.dovetail.migrations.catalog.Constraint.Kind;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.catalog.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A picture of a schema: a box for each table, in columns from left to right, and a line for each foreign key. */
final class Svg {

    private static final int CHARACTER = 8;
    private static final int LINE = 18;
    private static final int PADDING = 8;
    private static final int GAP_X = 90;
    private static final int GAP_Y = 24;
    private static final int MARGIN = 20;

    private final Schema schema;
    private final Map<String, Box> boxes = new HashMap<>();
    private final StringBuilder body = new StringBuilder();
    private int width;
    private int height;

    private record Box(int x, int y, int width, int height) {}

    private Svg(Schema schema) {
        this.schema = schema;
    }

    static String of(Schema schema) {
        Svg svg = new Svg(schema);
        svg.place();
        svg.schema.tables().values().forEach(svg::lines);
        svg.schema.tables().values().forEach(svg::box);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + svg.width + "\" height=\"" + svg.height
                + "\" viewBox=\"0 0 " + svg.width + " " + svg.height
                + "\" font-family=\"monospace\" font-size=\"13\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" + svg.body + "</svg>\n";
    }

    private void place() {
        int x = MARGIN;
        int lowest = MARGIN;
        for (List<Table> layer : Layers.of(schema)) {
            int y = MARGIN;
            int widest = 0;
            for (Table table : layer) {
                int characters = rows(table).stream()
                        .mapToInt(row -> row.codePointCount(0, row.length()))
                        .max()
                        .orElse(0);
                Box box = new Box(
                        x,
                        y,
                        characters * CHARACTER + 2 * PADDING,
                        (table.columns().size() + 1) * LINE + PADDING);
                boxes.put(table.name(), box);
                y += box.height + GAP_Y;
                widest = Math.max(widest, box.width);
            }
            lowest = Math.max(lowest, y - GAP_Y);
            x += widest + GAP_X;
        }
        width = Math.max(2 * MARGIN, x - GAP_X + MARGIN);
        height = lowest + MARGIN;
    }

    private static List<String> rows(Table table) {
        List<String> rows = new ArrayList<>(List.of(table.name()));
        table.columns().forEach(column -> rows.add(row(table, column)));
        return rows;
    }

    private static String row(Table table, Column column) {
        List<String> keys = Keys.of(table, column);
        return column.name() + " " + column.type() + (column.nullable() ? "?" : "")
                + (keys.isEmpty() ? "" : " " + String.join(",", keys));
    }

    private void box(Table table) {
        Box box = box(table.name());
        body.append("<g><title>").append(escaped(table.name())).append("</title>");
        body.append("<rect x=\"").append(box.x).append("\" y=\"").append(box.y).append("\" width=\"");
        body.append(box.width).append("\" height=\"").append(box.height);
        body.append("\" rx=\"4\" fill=\"#f8f8f8\" stroke=\"#444444\"/>\n");
        int y = box.y;
        boolean first = true;
        for (String row : rows(table)) {
            y += LINE;
            body.append("<text x=\"").append(box.x + PADDING).append("\" y=\"").append(y - 4);
            body.append(first ? "\" font-weight=\"bold" : "")
                    .append("\">")
                    .append(escaped(row))
                    .append("</text>\n");
            first = false;
        }
        body.append("</g>\n");
    }

    private void lines(Table table) {
        for (Constraint key : table.constraints(Kind.FOREIGN_KEY)) {
            Table target = schema.table(String.valueOf(key.target()));
            if (target != null) {
                line(table, key, target);
            }
        }
    }

    /** From the left side of the column to the right side of the table that it refers to. */
    private void line(Table table, Constraint key, Table target) {
        Box from = box(table.name());
        Box to = box(target.name());
        String column = key.columns().isEmpty() ? "" : key.columns().get(0);
        int x1 = from.x;
        int y1 = from.y + (table.columnNames().indexOf(column) + 1) * LINE + LINE / 2;
        int x2 = to.x + to.width;
        int y2 = to.y + LINE / 2;
        body.append("<path d=\"M").append(x1).append(',').append(y1);
        body.append(" C").append(x1 - GAP_X / 2).append(',').append(y1).append(' ');
        body.append(x2 + GAP_X / 2)
                .append(',')
                .append(y2)
                .append(' ')
                .append(x2)
                .append(',')
                .append(y2);
        body.append("\" fill=\"none\" stroke=\"#3366aa\"")
                .append(Keys.isOptional(table, key) ? " stroke-dasharray=\"5 3\"" : "");
        body.append("><title>").append(escaped(key.title())).append("</title></path>\n");
    }

    private Box box(String table) {
        return boxes.getOrDefault(table, new Box(0, 0, 0, 0));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
