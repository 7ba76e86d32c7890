package dev.dovetail.orm.internal.query;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.orm.error.OrmError;
import dev.dovetail.orm.error.WorkException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a text and their values. Immutable.
 *
 * @param names those in the text
 * @param values those that have one; null is a value
 */
record Parameters(Set<String> names, Map<String, @Nullable Object> values) {

    /** Without values. */
    static Parameters of(Set<String> names) {
        return new Parameters(new TreeSet<>(names), Map.of());
    }

    Parameters with(String name, @Nullable Object value) {
        if (!names.contains(name)) {
            throw misfit(
                    "The query has no parameter '" + name + "'.",
                    "a typing mistake",
                    names.isEmpty() ? "write ':" + name + "' where its value belongs" : "use one of " + names);
        }
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.put(name, value);
        return new Parameters(names, all);
    }

    /** Binds the values to a query of this text. */
    <T> SelectionQuery<T> bind(SelectionQuery<T> query) {
        for (String name : names) {
            if (!values.containsKey(name)) {
                throw misfit(
                        "The parameter '" + name + "' of the query has no value.",
                        "a call of bind(\"" + name + "\", …) is missing",
                        "bind each of " + names + "; null is a value, too");
            }
            Object value = values.get(name);
            if (value instanceof Collection<?> several) {
                query.setParameterList(name, several);
            } else {
                query.setParameter(name, value);
            }
        }
        return query;
    }

    private static WorkException misfit(String fact, String cause, String fix) {
        return new WorkException(new Explanation(OrmError.QUERY_PARAMETERS, fact, cause, fix));
    }
}
