package dev.dovetail.testing.contract.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.ChildExistsException;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.repository.UnloadedAssociationException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Attributes in secondary tables, and references in join tables. */
public interface FurtherTableContract extends Mapped {
    private Ships ships() {
        return persistence().repository(Ships.class);
    }

    @Test
    default void attributesOfASecondTableAreWrittenFoundAndSorted() {
        Ship one = new Ship(1, "Argo");
        one.flag = "GR";
        one.tonnage = 20;
        ships().insert(one);
        ships().insert(new Ship(2, "Raft"));
        assertThat(ships().under("GR")).extracting(Ship::getName).containsExactly("Argo");
        assertThat(ships().under(null)).extracting(Ship::getName).containsExactly("Raft");
        assertThat(ships().byTonnage()).extracting(ship -> ship.id).containsExactly(1, 2);
        tx().run(() -> {
            Ship raft = ships().findById(2).orElseThrow();
            raft.tonnage = 3;
            Ship argo = ships().findById(1).orElseThrow();
            argo.flag = null;
            argo.tonnage = null;
        });
        assertThat(ships().byTonnage()).extracting(ship -> ship.id).containsExactly(2, 1);
        assertThat(ships().findById(1).orElseThrow().version).isEqualTo(1);
        ships().deleteById(2);
        assertThat(ships().findAll()).hasSize(1);
    }

    @Test
    default void columnsOfASecondTableKeepTheirRules() {
        Ship one = new Ship(1, "Argo");
        one.flag = "GR";
        ships().insert(one);
        Ship same = new Ship(2, "Raft");
        same.flag = "GR";
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> ships().insert(same));
        same.flag = "GREECE";
        assertThatExceptionOfType(ValueTooLongException.class).isThrownBy(() -> ships().insert(same));
        same.flag = null;
        same.harbour = one;
        ships().insert(same);
        assertThatExceptionOfType(ChildExistsException.class).isThrownBy(() -> ships().deleteById(1));
    }

    @Test
    default void referencesStandInTablesOfTheirOwn() {
        Ship tug = ships().insert(new Ship(1, "Tug"));
        Ship towed = new Ship(2, "Barge");
        towed.tug = tug;
        ships().insert(towed);
        assertThat(ships().towedBy("Tug")).extracting(Ship::getName).containsExactly("Barge");
        tx().run(() -> {
            Ship barge = ships().findById(2).orElseThrow();
            assertThatExceptionOfType(UnloadedAssociationException.class)
                    .isThrownBy(() -> Objects.requireNonNull(barge.tug).getName());
        });
        assertThat(ships().withTug(1).orElseThrow().towed)
                .extracting(Ship::getName)
                .containsExactly("Barge");
        assertThat(Objects.requireNonNull(ships().withTug(2).orElseThrow().tug).getName())
                .isEqualTo("Tug");
        assertThatExceptionOfType(ChildExistsException.class).isThrownBy(() -> ships().deleteById(1));
        tx().run(() -> ships().findById(2).orElseThrow().tug = null);
        assertThat(ships().findById(2).orElseThrow().version).isEqualTo(1);
        ships().deleteById(1);
        assertThat(ships().towedBy("Tug")).isEmpty();
    }

    @Test
    default void aOneToOneInATableOfItsOwnIsUnique() {
        Ship one = ships().insert(new Ship(1, "One"));
        Ship two = new Ship(2, "Two");
        two.twin = one;
        ships().insert(two);
        Ship three = new Ship(3, "Three");
        three.twin = one;
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> ships().insert(three));
    }
}
