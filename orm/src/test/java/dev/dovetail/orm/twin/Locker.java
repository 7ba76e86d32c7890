package dev.dovetail.orm.twin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** Stays when its member goes. */
@Entity
class Locker {
    @Id
    int number;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_NULL)
    @Nullable
    Member member;

    Locker() {}

    Locker(int number, @Nullable Member member) {
        this.number = number;
        this.member = member;
    }
}
