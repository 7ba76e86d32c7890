package dev.dovetail.repository.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.CheckFailedException;
import dev.dovetail.repository.UnsupportedMappingException;
import jakarta.data.repository.CrudRepository;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** CHECK constraints in memory. */
class ChecksTest {

    enum Size {
        SMALL,
        LARGE
    }

    @Entity
    @Table(
            name = "parcels",
            check = {
                @CheckConstraint(constraint = "weight * 2 - 1 <= most or size = 'LARGE' and not fragile"),
                @CheckConstraint(name = "ck_parcels_rank", constraint = "rank between 0 and -(-1)"),
                @CheckConstraint(constraint = "(fragile) or (\"fragile\" = false)")
            })
    static class Parcel {
        @Id
        long id;

        @Column(check = @CheckConstraint(constraint = "weight > 0.5"))
        BigDecimal weight = BigDecimal.ONE;

        Integer most = 10;

        @Enumerated(EnumType.STRING)
        Size size = Size.SMALL;

        @Enumerated
        Size rank = Size.SMALL;

        boolean fragile;

        @Column(
                length = 20,
                check = {
                    @CheckConstraint(constraint = "label in ('a', 'it''s', 'cc') or length(label) >= 4"),
                    @CheckConstraint(constraint = "label is not null and label not in ('ffff', 'gggg')")
                })
        String label = "a";
    }

    interface Parcels extends CrudRepository<Parcel, Long> {}

    private final InMemoryPersistence persistence = InMemoryPersistence.of(Parcel.class);
    private final Parcels parcels = persistence.repository(Parcels.class);

    private Parcel parcel(Consumer<Parcel> change) {
        Parcel parcel = new Parcel();
        parcel.id = parcels.findAll().count() + 1;
        change.accept(parcel);
        return parcel;
    }

    private void refuses(String constraint, Consumer<Parcel> change, String... columns) {
        assertThatExceptionOfType(CheckFailedException.class)
                .isThrownBy(() -> parcels.insert(parcel(change)))
                .satisfies(refused -> {
                    assertThat(refused.details().constraint()).isEqualTo(constraint);
                    assertThat(refused.details().table()).isEqualTo("parcels");
                    assertThat(refused.details().columns()).containsExactly(columns);
                });
    }

    private void accepts(Consumer<Parcel> change) {
        Parcel parcel = parcel(change);
        parcels.insert(parcel);
        assertThat(parcels.findById(parcel.id)).isPresent();
    }

    @Test
    void whatAConditionForbidsIsRefusedWithTheNameOfTheConstraint() {
        refuses("ck_parcels_weight", parcel -> parcel.weight = new BigDecimal("0.50"), "weight");
        refuses(
                "ck_parcels_rule",
                parcel -> parcel.weight = BigDecimal.valueOf(6),
                "weight",
                "most",
                "size",
                "fragile");
        refuses("ck_parcels_label", parcel -> parcel.label = "its", "label");
        refuses("ck_parcels_label", parcel -> parcel.label = "A", "label");
        refuses("ck_parcels_label_2", parcel -> parcel.label = "gggg", "label");
        refuses("ck_parcels_label_2", parcel -> parcel.label = null, "label");
        accepts(parcel -> parcel.label = "it's");
        accepts(parcel -> parcel.label = "dddd");
        accepts(parcel -> parcel.rank = Size.LARGE);
        accepts(parcel -> {
            parcel.weight = BigDecimal.valueOf(6);
            parcel.size = Size.LARGE;
        });
        refuses(
                "ck_parcels_rule",
                parcel -> {
                    parcel.weight = BigDecimal.valueOf(6);
                    parcel.size = Size.LARGE;
                    parcel.fragile = true;
                },
                "weight",
                "most",
                "size",
                "fragile");
    }

    @Test
    void whatIsUnknownBecauseOfANullPasses() {
        accepts(parcel -> parcel.weight = null);
        accepts(parcel -> {
            parcel.weight = BigDecimal.TEN;
            parcel.most = null;
        });
        accepts(parcel -> parcel.rank = null);
    }

    @Test
    void anUpdateIsCheckedToo() {
        Parcel parcel = parcels.insert(parcel(each -> {}));
        parcel.weight = BigDecimal.ZERO;
        assertThatExceptionOfType(CheckFailedException.class).isThrownBy(() -> parcels.update(parcel));
        assertThat(parcels.findById(parcel.id).orElseThrow().weight).isEqualByComparingTo("1");
    }

    @Entity
    @Table(
            check = {
                @CheckConstraint(constraint = "id > "),
                @CheckConstraint(constraint = "id > 'a'"),
                @CheckConstraint(constraint = "idd > 1"),
                @CheckConstraint(constraint = "name like 'a%'"),
                @CheckConstraint(constraint = "upper(name) = 'A'"),
                @CheckConstraint(constraint = "id > 1 name"),
                @CheckConstraint(constraint = "id"),
                @CheckConstraint(constraint = "id ~ 1"),
                @CheckConstraint(constraint = "length(id) = 1"),
                @CheckConstraint(constraint = "name + 1 = 2"),
                @CheckConstraint(constraint = "(id = 1"),
                @CheckConstraint(constraint = "id is 1"),
                @CheckConstraint(constraint = "id not = 1"),
                @CheckConstraint(constraint = "id between 1 or 2"),
                @CheckConstraint(constraint = "id in ()")
            })
    static class Odd {
        @Id
        long id;

        String name;
    }

    @Test
    void whatIsNotUnderstoodIsRefusedWhenThePersistenceIsOpened() {
        assertThatExceptionOfType(UnsupportedMappingException.class)
                .isThrownBy(() -> InMemoryPersistence.of(Odd.class))
                .satisfies(refused -> assertThat(refused.faults()).hasSize(15))
                .withMessageContaining("the check 'id > ' is not understood: the end at position 4")
                .withMessageContaining("'idd', which is no column of the table")
                .withMessageContaining("'like' at position 5")
                .withMessageContaining("the function 'upper'");
    }
}
