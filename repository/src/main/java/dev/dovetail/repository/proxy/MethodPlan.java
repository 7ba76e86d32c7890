package dev.dovetail.repository.proxy;

import org.jspecify.annotations.Nullable;

/** What a repository method does, decided once. */
sealed interface MethodPlan
        permits DefaultMethodPlan,
                LifecyclePlan,
                FindPlan,
                FindByIdPlan,
                DeletePlan,
                CountPlan,
                ExistsPlan,
                UpdatePlan,
                UpsertPlan,
                ResourcePlan {

    /** Whether it finds entities or their values. */
    default boolean finds() {
        return this instanceof FindPlan || this instanceof FindByIdPlan;
    }

    /** Does it, with the arguments of one call. */
    @Nullable
    Object execute(Object repository, @Nullable Object[] arguments) throws Throwable;
}
