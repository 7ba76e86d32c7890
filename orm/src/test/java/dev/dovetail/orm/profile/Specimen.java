package dev.dovetail.orm.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A value of each type. */
@Entity
@Table(name = "specimens")
public class Specimen {

    @Id
    public Long id;

    @Column(length = 10)
    public String text;

    @Column(unique = true, length = 40)
    public String code;

    @Column(precision = 10, scale = 2)
    public BigDecimal money;

    public BigDecimal amount;

    @Column(precision = 12, scale = 2, unique = true)
    public BigDecimal price;

    public BigInteger huge;
    public Double ratio;
    public Float score;
    public Instant moment;
    public LocalDateTime alarm;
    public LocalTime opens;
    public LocalDate born;
    public OffsetDateTime sent;
    public Duration lasts;
    public UUID token;
    public byte[] picture;
    public Boolean flag;
    public Character letter;
    public Short small;

    @Enumerated(EnumType.STRING)
    public Colour colour;

    @Enumerated
    public Colour paint;

    @Lob
    public String memo;

    protected Specimen() {}

    public Specimen(long id) {
        this.id = id;
    }

    /** Neither in the order of the alphabet. */
    public enum Colour {
        RED,
        GREEN,
        BLUE
    }
}
