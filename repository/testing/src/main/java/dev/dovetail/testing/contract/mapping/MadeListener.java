package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;

/** Writes down what happens. */
class MadeListener {

    @PrePersist
    void beforeInsert(Made made) {
        made.calls.add("listener");
    }

    @PostPersist
    void afterInsert(Object made) {
        ((Made) made).calls.add("inserted");
    }

    @PreUpdate
    void beforeUpdate(Made made) {
        made.calls.add("update");
    }

    @PreRemove
    void beforeRemoval(Made made) {
        made.calls.add("remove");
    }

    @PostLoad
    void afterLoading(Made made) {
        made.calls.add("loaded");
    }
}
