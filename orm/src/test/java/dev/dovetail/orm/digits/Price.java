package dev.dovetail.orm.digits;

import dev.dovetail.orm.type.DecimalTextJdbcType;
import dev.dovetail.repository.Secret;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcType;

/** A decimal in every place where one can be mapped. */
@Entity
@Table(name = "prices")
public class Price {

    @Id
    Long id;

    @Column(precision = 5, scale = 2)
    BigDecimal total;

    BigDecimal unsaid;

    @Column(columnDefinition = "numeric(7, 4)")
    BigDecimal declared;

    @Column(precision = 6)
    BigInteger whole;

    @Column(precision = 20, scale = 4)
    @JdbcType(DecimalTextJdbcType.class)
    BigDecimal exact;

    @Column(name = "converted", precision = 7, scale = 2, unique = true)
    @Convert(converter = Cents.class)
    Money money;

    @Embedded
    Weight weight;

    @ElementCollection
    @Column(name = "rate", precision = 4, scale = 1)
    List<BigDecimal> rates = new ArrayList<>();

    @Secret
    @Column(unique = true)
    String code;

    protected Price() {}

    Price(long id) {
        this.id = id;
    }

    /** What a converter turns into a decimal. */
    record Money(BigDecimal amount) {}

    /** A part of an entity. */
    @Embeddable
    public static class Weight {

        @Column(name = "kilograms", precision = 6, scale = 3)
        BigDecimal kilograms;

        @Secret
        @Column(unique = true)
        String seal;

        protected Weight() {}

        Weight(String kilograms) {
            this.kilograms = new BigDecimal(kilograms);
        }
    }

    /** Between the two. */
    public static class Cents implements AttributeConverter<Money, BigDecimal> {

        @Override
        public BigDecimal convertToDatabaseColumn(Money money) {
            return money == null ? null : money.amount();
        }

        @Override
        public Money convertToEntityAttribute(BigDecimal amount) {
            return amount == null ? null : new Money(amount);
        }
    }
}
