package dev.dovetail.migrations.autogenerate.after;

import dev.dovetail.repository.RenamedFrom;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;

@Entity
@RenamedFrom("users")
@Table(name = "people", indexes = @Index(columnList = "born desc, full_name"))
class Person {

    enum Kind {
        ADULT,
        CHILD
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @RenamedFrom("name")
    String fullName;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    @ColumnDefault("'ADULT'")
    Kind kind;

    @Column(unique = true)
    UUID token;

    @Column(precision = 12, scale = 2)
    BigDecimal balance;

    Instant born;
    byte[] picture;

    @ColumnDefault("false")
    boolean active;
}
