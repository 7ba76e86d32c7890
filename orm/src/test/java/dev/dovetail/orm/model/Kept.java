package dev.dovetail.orm.model;

import dev.dovetail.orm.type.DecimalTextJdbcType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An entity with an attribute of every type. */
@Entity
public class Kept {

    /** A constant. */
    public enum Colour {
        RED,
        GREEN
    }

    /** An object that is stored as it is. */
    public record Point(int x, String name) implements Serializable {}

    @Id
    public Long id;

    public Short small;
    public Integer whole;
    public Long large;

    @Column(precision = 19)
    public BigInteger huge;

    @Column(precision = 15, scale = 2)
    public BigDecimal money;

    @Column(precision = 38, scale = 10)
    @JdbcType(DecimalTextJdbcType.class)
    public BigDecimal exact;

    public Double ratio;
    public Float score;
    public String content;
    public Boolean active;
    public LocalDate born;
    public LocalTime opens;
    public LocalDateTime alarm;
    public Instant moment;
    public Duration waits;

    @Enumerated(EnumType.STRING)
    public Colour colour;

    public UUID token;
    public byte[] picture;
    public Point point;

    @JdbcTypeCode(SqlTypes.JSON)
    public String settings;

    public Kept() {}
}
