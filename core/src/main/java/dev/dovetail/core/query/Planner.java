package dev.dovetail.core.query;

import dev.dovetail.core.internal.sql.Rendering;
import dev.dovetail.core.internal.sql.SqlRenderer;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Configuration;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.tools.StringUtils;

/** Makes plans of one jOOQ query. Thread-safe; renders one plan at a time, because jOOQ's queries change while they are. */
final class Planner {

    private final SqlRenderer renderer;
    private final Query query;

    Planner(SqlRenderer renderer, Query query) {
        this.renderer = renderer;
        this.query = query;
    }

    Configuration configuration() {
        return renderer.sql().configuration();
    }

    synchronized Rendering render() {
        return renderer.render(query);
    }

    static Parameters parameters(Rendering rendering) {
        List<Parameter> parameters = new ArrayList<>();
        for (Param<?> param : rendering.params()) {
            if (StringUtils.isBlank(param.getParamName())) {
                continue;
            }
            Parameter parameter =
                    new Parameter(param.getParamName(), param.getDataType().getType(), false, param.getValue());
            Parameter known = parameters.stream()
                    .filter(other -> other.name().equals(parameter.name()))
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                parameters.add(parameter);
            } else if (known.type() != parameter.type()) {
                throw QueryErrors.twoTypes(known, parameter);
            }
        }
        return new Parameters(parameters);
    }

    StatementPlan plan(Rendering rendering, Parameters parameters) {
        Slot[] slots = rendering.params().stream()
                .map(param -> new Slot(
                        Bindings.binder(param.getDataType(), configuration()),
                        StringUtils.isBlank(param.getParamName()) ? -1 : parameters.indexOf(param.getParamName()),
                        param.getValue()))
                .toArray(Slot[]::new);
        return new StatementPlan(rendering.sql(), rendering.info(), slots);
    }
}
