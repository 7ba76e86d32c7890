package dev.dovetail.core.portable;

import java.util.List;
import org.jooq.Field;
import org.jooq.impl.CustomField;
import org.jooq.impl.SQLDataType;

/** By H2's own steps into JSON, whose keys are quoted names; a document's text is always in H2's own form. */
record H2Json(Field<?> place) implements JsonReading {

    private static final String JSON = "cast({0} as varchar)";

    H2Json(Field<?> document, List<JsonStep> steps) {
        this(place(document, steps));
    }

    @Override
    public Template kind() {
        return read("case when {0} is null then null else case substring(" + JSON
                + ", 1, 1) when 'n' then 'null' when '{' then 'object' when '[' then 'array' when '\"' then 'string'"
                + " when 't' then 'boolean' when 'f' then 'boolean' else 'number' end end");
    }

    @Override
    public Template text() {
        return read("case when substring(" + JSON + ", 1, 1) = '\"' then stringdecode(substring(" + JSON
                + ", 2, char_length(" + JSON + ") - 2)) end");
    }

    @Override
    public Template whole() {
        return number("case when cast(" + JSON + " as decfloat) between -9223372036854775808 and 9223372036854775807"
                + " and mod(cast(" + JSON + " as decfloat), 1) = 0 then cast(cast(" + JSON
                + " as decfloat) as bigint) end");
    }

    @Override
    public Template number() {
        return number("cast(" + JSON + " as double precision)");
    }

    @Override
    public Template truth() {
        return read("case " + JSON + " when 'true' then true when 'false' then false end");
    }

    private Template number(String sql) {
        return read("case when regexp_like(" + JSON + ", '^[-0-9]') then " + sql + " end");
    }

    private Template read(String sql) {
        return Template.of("(" + sql + ")", place);
    }

    /** Written without a template: a key may look like a part of one. */
    private static Field<?> place(Field<?> document, List<JsonStep> steps) {
        return CustomField.of("place", SQLDataType.JSON, context -> {
            context.sql("(".repeat(steps.size() + 1)).visit(document).sql(")");
            for (JsonStep step : steps) {
                if (step instanceof JsonStep.Index index) {
                    context.sql("[" + (index.index() + 1L) + "])");
                } else if (step instanceof JsonStep.Key key) {
                    context.sql(".\"" + key.key().replace("\"", "\"\"") + "\")");
                }
            }
        });
    }
}
