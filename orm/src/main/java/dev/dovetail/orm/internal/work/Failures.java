package dev.dovetail.orm.internal.work;

import dev.dovetail.core.error.Coded;
import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.LeavesTransactionIntact;
import dev.dovetail.core.transaction.ActiveTransaction;
import dev.dovetail.core.transaction.TransactionManager;
import dev.dovetail.orm.error.OrmError;
import dev.dovetail.orm.internal.fetch.SessionScope;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.NoResultException;
import dev.dovetail.repository.RepositoryError;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.TransientReferenceException;
import jakarta.data.exceptions.DataException;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.HibernateException;
import org.hibernate.NonUniqueObjectException;
import org.hibernate.PersistentObjectException;
import org.hibernate.StaleObjectStateException;
import org.hibernate.TransientObjectException;
import org.hibernate.TransientPropertyValueException;
import org.hibernate.UnresolvableObjectException;
import org.hibernate.WrongClassException;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.IdentifierGenerationException;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Turns what Hibernate throws into the exceptions of Dovetail, and dooms the transaction where a write failed. */
public final class Failures {

    private final TransactionManager transactions;
    private final SessionFactoryImplementor factory;

    /** For the transactions of a database and the entities of a factory. */
    public Failures(TransactionManager transactions, SessionFactoryImplementor factory) {
        this.transactions = transactions;
        this.factory = factory;
    }

    <T extends @Nullable Object> T translating(Supplier<T> work) {
        try {
            return work.get();
        } catch (PersistenceException failure) {
            throw typed(failure);
        } catch (IllegalStateException | IllegalArgumentException failure) {
            // Hibernate wraps some of its own in these.
            throw failure.getCause() instanceof HibernateException ? typed(failure) : failure;
        }
    }

    /** For a failure of a session's flush: part of it may be written, so the level cannot go on. */
    public RuntimeException ofFlush(RuntimeException failure, SharedSessionContractImplementor session) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StaleObjectStateException stale) {
                return ofFlush(StaleEntityException.of(
                        simple(stale.getEntityName()),
                        stale.getIdentifier(),
                        SessionScope.versionBefore(session, stale.getEntityName(), stale.getIdentifier()),
                        failure));
            }
        }
        return ofFlush(failure);
    }

    RuntimeException ofFlush(RuntimeException failure) {
        RuntimeException typed = failure instanceof Coded ? failure : typed(failure);
        if (!(typed instanceof LeavesTransactionIntact)) {
            ActiveTransaction transaction = transactions.current();
            if (transaction != null) {
                transaction.doom(typed);
            }
        }
        return typed;
    }

    private RuntimeException typed(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            RuntimeException typed = exact(cause, failure);
            if (typed != null) {
                return typed;
            }
        }
        if (failure instanceof PersistenceException) {
            return new DovetailException(
                    new Explanation(
                            OrmError.MAPPER_FAILED,
                            "Hibernate failed: " + failure.getMessage(),
                            "a mapping or a query that Hibernate does not accept, or an entity in a state that it cannot"
                                    + " work with",
                            "see the message of the cause"),
                    failure);
        }
        return failure;
    }

    private @Nullable RuntimeException exact(Throwable cause, RuntimeException failure) {
        if (cause instanceof DataException data) {
            return data;
        }
        if (cause instanceof StaleObjectStateException stale) {
            return StaleEntityException.of(simple(stale.getEntityName()), stale.getIdentifier(), null, failure);
        }
        if (cause instanceof OptimisticLockException stale && stale.getEntity() != null) {
            return StaleEntityException.of(stale.getEntity().getClass().getSimpleName(), null, null, failure);
        }
        if (cause instanceof TransientObjectException || cause instanceof TransientPropertyValueException) {
            return transientReference(cause, failure);
        }
        if (cause instanceof NonUniqueObjectException twice) {
            return duplicate(
                    factory.getMappingMetamodel().getEntityDescriptor(twice.getEntityName()), twice.getIdentifier());
        }
        if (cause instanceof WrongClassException other) {
            return EntityStateException.otherClass(simple(other.getEntityName()), other.getIdentifier(), failure);
        }
        if (cause instanceof UnresolvableObjectException gone) {
            return gone(simple(gone.getEntityName()), gone.getIdentifier());
        }
        if (cause instanceof PersistentObjectException) {
            return new EntityStateException(
                    new Explanation(
                            RepositoryError.BAD_ENTITY_STATE,
                            "An entity that was inserted before is to be inserted: " + cause.getMessage() + ".",
                            "it is detached, and an association to it cascades PERSIST",
                            "load it in this transaction and use that one, or cascade only what is made together"),
                    failure);
        }
        if (cause instanceof HibernateException) {
            EntityStateException state = CollectionFailures.of(cause, failure);
            if (state != null) {
                return state;
            }
        }
        if (cause instanceof IdentifierGenerationException
                && String.valueOf(cause.getMessage()).startsWith("Null id generated")) {
            // By a reference to what has none itself.
            return TransientReferenceException.told(
                    "an id is taken from something that gets its own only with a row which refers back", failure);
        }
        if (cause instanceof IdentifierGenerationException) {
            return new EntityStateException(
                    new Explanation(
                            RepositoryError.BAD_ENTITY_STATE,
                            "A new entity has no id: " + cause.getMessage() + ".",
                            "its id is not generated, and nobody has set it",
                            "set it before, or annotate it with @GeneratedValue"),
                    failure);
        }
        return cause instanceof EntityNotFoundException && cause.getCause() == null ? gone("The entity", null) : null;
    }

    /** For an entity that is to be inserted although one with its id is there. */
    public static DuplicateKeyException duplicate(EntityPersister persister, @Nullable Object id) {
        String entity = persister.getMappedClass().getSimpleName();
        List<String> columns = new ArrayList<>();
        persister
                .getIdentifierMapping()
                .forEachSelectable((index, column) -> columns.add(column.getSelectionExpression()));
        Map<String, String> values =
                columns.size() == 1 && id != null ? Map.of(columns.get(0), String.valueOf(id)) : Map.of();
        return new DuplicateKeyException(
                new Explanation(
                        CoreError.DUPLICATE_KEY,
                        entity + " with id " + id + " cannot be inserted: it is there already.",
                        "it was loaded or inserted before, or is given twice",
                        "use update(…) or save(…), or insert a new instance without id"),
                new ConstraintDetails(
                                null, persister.getIdentifierTableDetails().getTableName(), columns)
                        .with(values),
                null);
    }

    static NoResultException gone(String entity, @Nullable Object id) {
        return new NoResultException(new Explanation(
                RepositoryError.NO_RESULT,
                entity + (id == null ? "" : " with id " + id) + " is not in the database (any more).",
                "it was deleted, here or by another transaction, or the id never existed",
                "look for it with find(…), which says so without an exception"));
    }

    private RuntimeException transientReference(Throwable cause, RuntimeException failure) {
        if (cause instanceof TransientPropertyValueException value) {
            return TransientReferenceException.of(
                    simple(value.getPropertyOwnerEntityName()),
                    // Of a reference in an id, without what Hibernate puts in front.
                    value.getPropertyName().replaceFirst("^_identifierMapper\\.", ""),
                    factory.getMappingMetamodel()
                            .getEntityDescriptor(value.getTransientEntityName())
                            .getMappedClass(),
                    failure);
        }
        return TransientReferenceException.told(String.valueOf(cause.getMessage()), failure);
    }

    static String simple(@Nullable String entityName) {
        String name = String.valueOf(entityName);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
