package dev.dovetail.core.portable;

import java.util.List;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;

/** By PostgreSQL's jsonpath, strict: otherwise an object would be taken for an array of one. */
record PostgresqlJson(Field<?> document, Param<String> path) implements JsonReading {

    private static final String PLACE = "jsonb_path_query_first(cast({0} as jsonb), cast({1} as jsonpath), '{}', true)";
    private static final String TYPE = "jsonb_typeof(" + PLACE + ")";
    private static final String TEXT = "(" + PLACE + " #>> '{}')";
    private static final String NUMBER = "cast(" + TEXT + " as numeric)";

    PostgresqlJson(Field<?> document, List<JsonStep> steps) {
        this(document, DSL.val("strict " + JsonStep.path(steps)));
    }

    @Override
    public Template kind() {
        return read(TYPE);
    }

    @Override
    public Template text() {
        return read("case " + TYPE + " when 'string' then " + TEXT + " end");
    }

    @Override
    public Template whole() {
        return read("case when " + TYPE + " = 'number' then case when " + NUMBER + " between -9223372036854775808 and"
                + " 9223372036854775807 and " + NUMBER + " % 1 = 0 then cast(" + NUMBER + " as bigint) end end");
    }

    @Override
    public Template number() {
        return read("case " + TYPE + " when 'number' then cast(" + TEXT + " as double precision) end");
    }

    @Override
    public Template truth() {
        return read("case " + TYPE + " when 'boolean' then cast(" + TEXT + " as boolean) end");
    }

    private Template read(String sql) {
        return Template.of("(" + sql + ")", document, path);
    }
}
