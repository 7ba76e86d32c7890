package dev.dovetail.repository;

import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.Explanation;
import org.jspecify.annotations.Nullable;

/** An entity that should be written refers to another one that was never inserted, or is deleted. */
public class TransientReferenceException extends DovetailException {

    private static final long serialVersionUID = 1L;

    private TransientReferenceException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }

    /**
     * For a reference. For those who build a persistence.
     *
     * @param entity the name of the entity that should be written
     * @param attribute its attribute that refers to the other one
     * @param target the class of the other one
     * @param cause the failure beneath, or null
     */
    public static TransientReferenceException of(
            String entity, String attribute, Class<?> target, @Nullable Throwable cause) {
        return new TransientReferenceException(
                new Explanation(
                        RepositoryError.TRANSIENT_REFERENCE,
                        entity + "." + attribute + " refers to a " + target.getSimpleName()
                                + " that is not in the database.",
                        "it was made with 'new' and never inserted, or was deleted before",
                        "insert it first, or let the association do it: cascade = CascadeType.PERSIST"),
                cause);
    }

    /**
     * For a reference of which is only known what was told. For those who build a persistence.
     *
     * @param told what the layer beneath says
     * @param cause the failure beneath, or null
     */
    public static TransientReferenceException told(String told, @Nullable Throwable cause) {
        return new TransientReferenceException(
                new Explanation(
                        RepositoryError.TRANSIENT_REFERENCE,
                        "An entity refers to another one that is not in the database: " + told,
                        "it was made with 'new' and never inserted, or was deleted before",
                        "insert it first, or let the association do it: cascade = CascadeType.PERSIST"),
                cause);
    }
}
