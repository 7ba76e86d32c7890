package dev.dovetail.repository;

import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.LeavesTransactionIntact;
import org.jspecify.annotations.Nullable;

/**
 * An association was used that was not loaded: instead of a hidden statement for each entity there is this. Nothing
 * happened to the transaction.
 */
public class UnloadedAssociationException extends DovetailException implements LeavesTransactionIntact {

    private static final long serialVersionUID = 1L;

    private final String entity;
    private final String attribute;
    private final transient @Nullable Object id;

    private UnloadedAssociationException(
            Explanation explanation, String entity, String attribute, @Nullable Object id) {
        super(explanation, null);
        this.entity = entity;
        this.attribute = attribute;
        this.id = id;
    }

    /**
     * For an association of a loaded entity, used in the unit of work that loaded it. For those who build a persistence.
     *
     * @param entity the name of the entity that has the association
     * @param attribute the association; one in an embedded value with its path
     * @param id the id of the entity
     * @param loadedBy what loaded the entity, for example {@code Users.list(Limit)}; null if it is not known
     */
    public static UnloadedAssociationException of(
            String entity, String attribute, @Nullable Object id, @Nullable String loadedBy) {
        return new UnloadedAssociationException(
                new Explanation(
                        RepositoryError.UNLOADED_ASSOCIATION,
                        fact(entity, attribute, id),
                        (loadedBy == null ? "what loaded it" : loadedBy + ", which loaded it in this unit of work,")
                                + " did not ask for '" + attribute
                                + "'; using it in a loop would send one statement for each entity",
                        fix(entity, attribute)),
                entity,
                attribute,
                id);
    }

    /**
     * For an association of an entity whose unit of work has ended, or that was detached. For those who build a
     * persistence.
     *
     * @param entity the name of the entity that has the association
     * @param attribute the association; one in an embedded value with its path
     * @param id the id of the entity
     * @param loadedBy what loaded the entity, for example {@code Users.list(Limit)}; null if it is not known
     */
    public static UnloadedAssociationException ofDetached(
            String entity, String attribute, @Nullable Object id, @Nullable String loadedBy) {
        return new UnloadedAssociationException(
                new Explanation(
                        RepositoryError.UNLOADED_ASSOCIATION,
                        fact(entity, attribute, id),
                        (loadedBy == null ? "what loaded it" : loadedBy + ", which loaded it,") + " did not ask for '"
                                + attribute + "', and its unit of work has ended, so nothing can load it any more",
                        fix(entity, attribute)),
                entity,
                attribute,
                id);
    }

    private static String fact(String entity, String attribute, @Nullable Object id) {
        return entity + "." + attribute + " is not loaded, in " + entity + " with id " + id + ".";
    }

    private static String fix(String entity, String attribute) {
        String path = attribute.contains(".") ? "\"" + attribute + "\"" : entity + "_." + attribute;
        return "@Load(\"" + attribute + "\") on the repository method, or .load(selectin(" + path
                + ")) in a query of the unit of work";
    }

    /**
     * For an entity of which nothing but the id is known, and to which no loaded entity refers. For those who build a
     * persistence.
     *
     * @param entity the name of the entity
     * @param id its id
     */
    public static UnloadedAssociationException ofReference(String entity, @Nullable Object id) {
        return new UnloadedAssociationException(
                new Explanation(
                        RepositoryError.UNLOADED_ASSOCIATION,
                        entity + " with id " + id + " is a reference: its row was not read, only its id is known.",
                        "it came from getReference(" + entity + "), or from an association of an entity that has left"
                                + " the unit of work",
                        "uow.get(" + entity + ".class, id), or find(…) if it may be missing; a reference serves where"
                                + " only the id is needed"),
                entity,
                "",
                id);
    }

    /** The name of the entity that has the association. */
    public String entity() {
        return entity;
    }

    /** The association that is not loaded; empty if the entity itself is a reference that is not. */
    public String attribute() {
        return attribute;
    }

    /** The id of the entity; null if it is not known, or after deserialization. */
    public @Nullable Object id() {
        return id;
    }
}
