package dev.dovetail.orm.twin;

import dev.dovetail.repository.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.UpdateTimestamp;
import org.jspecify.annotations.Nullable;

/** Knows when it was made and changed, and goes with its club. */
@Entity
class Member {
    @Id
    int number;

    @Version
    int version;

    @Nullable
    String nick;

    @Secret
    @Column(unique = true, length = 12)
    @Check(constraints = "length(pass) > 2")
    @Nullable
    String pass;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    @Nullable
    Club club;

    @CreationTimestamp
    @Nullable
    Instant joined;

    @CreationTimestamp
    @Nullable
    LocalDate joinedOn;

    @UpdateTimestamp
    @Nullable
    Instant changed;

    @UpdateTimestamp
    @Nullable
    LocalDateTime seen;

    Member() {}

    Member(int number, @Nullable Club club) {
        this.number = number;
        this.club = club;
    }
}
