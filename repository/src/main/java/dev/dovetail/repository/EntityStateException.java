package dev.dovetail.repository;

import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.Explanation;
import org.jspecify.annotations.Nullable;

/** A managed entity was changed in a way that cannot be written, such as another id. */
public class EntityStateException extends DovetailException {

    private static final long serialVersionUID = 1L;

    /** With what happened, and the failure beneath it if there is one. */
    public EntityStateException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation, cause);
    }
}
