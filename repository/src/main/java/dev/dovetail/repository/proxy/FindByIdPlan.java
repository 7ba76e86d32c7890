package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.AssociationLoad;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds at most one entity by its id, in the unit of work first. */
record FindByIdPlan(Calls calls, int argument, List<AssociationLoad> load, boolean optional) implements MethodPlan {

    @Override
    public Object execute(Object repository, @Nullable Object[] arguments) {
        Object id = arguments[argument];
        if (id == null) {
            throw calls.nullArgument("the id");
        }
        Optional<Object> found =
                calls.read(() -> Optional.ofNullable(calls.operations().find(id, load)));
        return optional ? found : found.orElseThrow(() -> Results.none(calls));
    }
}
