package dev.dovetail.core.portable;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** By the JSON functions of MariaDB and MySQL, which take any value for an array of one: what is indexed must be one. */
record MariaDbJson(List<QueryPart> parts, String place) implements JsonReading {

    private static final int MAX_PARTS = 10;

    MariaDbJson(Field<?> document, List<JsonStep> steps) {
        this(parts(document, steps), place(parts(document, steps).size()));
    }

    @Override
    public Template kind() {
        return read("case " + type() + " when 'INTEGER' then 'number' when 'DOUBLE' then 'number' when 'DECIMAL' then"
                + " 'number' when 'UNSIGNED INTEGER' then 'number' else lower(" + type() + ") end");
    }

    @Override
    public Template text() {
        return read("case " + type() + " when 'STRING' then json_unquote(" + place + ") end");
    }

    @Override
    public Template whole() {
        String number = "cast(json_unquote(" + place + ") as decimal(65, 30))";
        return number("case when abs(cast(json_unquote(" + place + ") as double)) <= 9.3e18 then case when " + number
                + " between -9223372036854775808.0 and 9223372036854775807.0 and cast(" + number + " as signed) = "
                + number + " then cast("
                + number + " as signed) end end");
    }

    @Override
    public Template number() {
        return number("cast(json_unquote(" + place + ") as double)");
    }

    @Override
    public Template truth() {
        return read("case " + type() + " when 'BOOLEAN' then json_unquote(" + place + ") = 'true' end");
    }

    private String type() {
        return "json_type(" + place + ")";
    }

    private Template number(String sql) {
        return read("case when " + type() + " in ('INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL') then " + sql
                + " end");
    }

    private Template read(String sql) {
        return new Template("(" + sql + ")", parts);
    }

    /** The document, the path, and the paths of what must be arrays. */
    private static List<QueryPart> parts(Field<?> document, List<JsonStep> steps) {
        List<QueryPart> parts = new ArrayList<>();
        parts.add(document);
        parts.add(path(steps));
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof JsonStep.Index) {
                parts.add(path(steps.subList(0, i)));
            }
        }
        if (parts.size() > MAX_PARTS) {
            throw new IllegalArgumentException("A JSON path has at most " + (MAX_PARTS - 2) + " indexes on MariaDB");
        }
        return parts;
    }

    private static Param<String> path(List<JsonStep> steps) {
        return DSL.val(JsonStep.path(steps));
    }

    private static String place(int parts) {
        if (parts == 2) {
            return "json_extract({0}, {1})";
        }
        List<String> arrays = new ArrayList<>();
        for (int i = 2; i < parts; i++) {
            arrays.add("json_type(json_extract({0}, {" + i + "})) = 'ARRAY'");
        }
        return "(case when " + String.join(" and ", arrays) + " then json_extract({0}, {1}) end)";
    }
}
