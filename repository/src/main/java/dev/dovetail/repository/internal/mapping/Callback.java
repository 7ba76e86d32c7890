package dev.dovetail.repository.internal.mapping;

import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import java.lang.annotation.Annotation;

/** When methods of an entity are called. */
public enum Callback {
    /** Before an entity becomes managed. */
    PRE_PERSIST(PrePersist.class),
    /** After its row was inserted. */
    POST_PERSIST(PostPersist.class),
    /** Before its changed row is written. */
    PRE_UPDATE(PreUpdate.class),
    /** After that. */
    POST_UPDATE(PostUpdate.class),
    /** Before it is marked as removed. */
    PRE_REMOVE(PreRemove.class),
    /** After its row was deleted. */
    POST_REMOVE(PostRemove.class),
    /** After it was loaded. */
    POST_LOAD(PostLoad.class);

    private final Class<? extends Annotation> annotation;

    Callback(Class<? extends Annotation> annotation) {
        this.annotation = annotation;
    }

    Class<? extends Annotation> annotation() {
        return annotation;
    }

    static boolean isAnnotation(Class<? extends Annotation> type) {
        for (Callback callback : values()) {
            if (callback.annotation == type) {
                return true;
            }
        }
        return false;
    }
}
