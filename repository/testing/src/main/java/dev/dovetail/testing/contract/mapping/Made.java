package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.EntityListeners;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What everything has that somebody makes. */
@MappedSuperclass
@EntityListeners(MadeListener.class)
abstract class Made {

    @Nullable
    String name;

    @ManyToOne
    @Nullable
    Maker maker;

    @Transient
    final List<String> calls = new ArrayList<>();

    @PrePersist
    void beforeInsert() {
        calls.add("superclass");
    }
}
