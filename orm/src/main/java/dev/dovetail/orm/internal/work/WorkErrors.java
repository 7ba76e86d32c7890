package dev.dovetail.orm.internal.work;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.orm.error.OrmError;
import dev.dovetail.orm.error.WorkException;
import dev.dovetail.repository.NoResultException;
import dev.dovetail.repository.RepositoryError;

/** What a unit of work refuses. */
final class WorkErrors {

    private WorkErrors() {}

    static ReadOnlyException readOnly(String what) {
        return new ReadOnlyException(
                new Explanation(
                        CoreError.READ_ONLY,
                        what + " was met in a read-only transaction.",
                        "the block, or one around it, was made with readOnly()",
                        "do it in a transaction that may write"),
                null);
    }

    static WorkException notManaged(Object entity) {
        return new WorkException(new Explanation(
                OrmError.WRONG_ENTITY_STATE,
                entity.getClass().getSimpleName() + " cannot be deleted: it is not managed by this unit of work.",
                "it was loaded in another transaction, or it is new",
                "get it by its id in this unit of work, or merge it, and delete what that returns; a repository's"
                        + " delete(…) takes detached entities"));
    }

    static DovetailException endlessCallbacks(int rounds) {
        return new DovetailException(
                new Explanation(
                        OrmError.WRONG_ENTITY_STATE,
                        "Lifecycle callbacks added or changed entities in each of " + rounds + " rounds of a flush.",
                        "a callback adds or changes an entity whose writing calls that callback again",
                        "let the callback do nothing for the entities that it added or changed itself; what an entity"
                                + " sets in itself belongs into @PrePersist and @PreUpdate"),
                null);
    }

    static NoResultException notFound(Class<?> type, Object id) {
        return new NoResultException(new Explanation(
                RepositoryError.NO_RESULT,
                "There is no " + type.getSimpleName() + " with id " + id + ".",
                "it was deleted, or the id never existed",
                "use find(…) where it may be missing"));
    }

    static WorkException writeInCallback() {
        return new WorkException(new Explanation(
                OrmError.WRONG_ENTITY_STATE,
                "A repository was asked to write while the unit of work was reading or writing entities.",
                "a lifecycle callback of an entity called update, save or delete",
                "change the callback's own entity there, or insert new ones; do the rest before commit, with"
                        + " transactor().beforeCommit(…)"));
    }
}
