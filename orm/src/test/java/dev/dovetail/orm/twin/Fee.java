package dev.dovetail.orm.twin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** Keeps its member from going; its version is a time. */
@Entity
class Fee {
    @Id
    int number;

    @Version
    @Nullable
    Instant version;

    int cents;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.RESTRICT)
    @Nullable
    Member member;

    Fee() {}

    Fee(int number, @Nullable Member member) {
        this.number = number;
        this.member = member;
    }
}
