package dev.dovetail.core.portable;

import java.util.List;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;

/** By SQLite's JSON functions. */
record SqliteJson(Field<?> document, Param<String> path) implements JsonReading {

    private static final String TYPE = "json_type({0}, {1})";
    private static final String VALUE = "json_extract({0}, {1})";

    SqliteJson(Field<?> document, List<JsonStep> steps) {
        this(document, DSL.val(JsonStep.path(steps)));
    }

    @Override
    public Template kind() {
        return read("case " + TYPE + " when 'text' then 'string' when 'integer' then 'number' when 'real' then 'number'"
                + " when 'true' then 'boolean' when 'false' then 'boolean' else " + TYPE + " end");
    }

    @Override
    public Template text() {
        return read("case " + TYPE + " when 'text' then " + VALUE + " end");
    }

    /** A whole number beyond 64 bits has become floating point, which is whole as well, but another one. */
    @Override
    public Template whole() {
        return read("case " + TYPE + " when 'integer' then case typeof(" + VALUE + ") when 'integer' then " + VALUE
                + " end when 'real' then case when abs(" + VALUE + ") <= 9007199254740992 and cast(" + VALUE
                + " as integer) = " + VALUE + " then cast(" + VALUE + " as integer) end end");
    }

    @Override
    public Template number() {
        return read("case when " + TYPE + " in ('integer', 'real') then cast(" + VALUE + " as real) end");
    }

    @Override
    public Template truth() {
        return read("case " + TYPE + " when 'true' then 1 when 'false' then 0 end");
    }

    private Template read(String sql) {
        return Template.of("(" + sql + ")", document, path);
    }
}
