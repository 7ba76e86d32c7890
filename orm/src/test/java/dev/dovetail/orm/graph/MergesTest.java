package dev.dovetail.orm.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.orm.graph.Kitchen.Cook;
import dev.dovetail.orm.graph.Kitchen.Cooks;
import dev.dovetail.orm.graph.Kitchen.Dish;
import dev.dovetail.orm.graph.Kitchen.Dishes;
import dev.dovetail.orm.graph.Kitchen.Knife;
import dev.dovetail.orm.graph.Kitchen.Spice;
import dev.dovetail.orm.graph.Kitchen.Spices;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.UnloadedAssociationException;
import dev.dovetail.testing.persistence.OnEveryPersistence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What merging does to collections and versions, on the fake as on databases. */
@OnEveryPersistence(entities = {Cook.class, Dish.class, Spice.class})
class MergesTest {

    private final Cooks cooks;
    private final Dishes dishes;
    private final Spices spices;
    private final Transactor tx;

    MergesTest(Persistence persistence) {
        this.cooks = persistence.repository(Cooks.class);
        this.dishes = persistence.repository(Dishes.class);
        this.spices = persistence.repository(Spices.class);
        this.tx = persistence.transactor();
    }

    private static Cook cook() {
        Cook cook = new Cook();
        cook.ratings.put("Ann", 5);
        cook.notes.addAll(List.of("fast", "loud", "fast"));
        cook.knives.put("top", new Knife("Solingen", 20));
        return cook;
    }

    private Cook whole(@Nullable Long id) {
        return cooks.whole(id).orElseThrow();
    }

    @Test
    void whatIsMergedAsNewHasItsFirstVersion() {
        Cook merged = cooks.merge(cook());
        assertThat(merged.version).isZero();
        Cook found = whole(merged.id);
        assertThat(found.version).isZero();
        assertThat(found.ratings).containsOnly(Map.entry("Ann", 5));
        assertThat(found.notes).containsExactlyInAnyOrder("fast", "loud", "fast");
    }

    @Test
    void mergingWhatIsManagedCountsNoVersion() {
        Dish soup = dishes.insert(new Dish(1, "soup"));
        tx.run(() -> {
            Cook cook = cooks.insert(cook());
            cook.dishes.add(dishes.findById(1).orElseThrow());
            assertThat(cooks.merge(cook)).isSameAs(cook);
            int version = cook.version;
            assertThat(cooks.merge(cook).version).isEqualTo(version);
        });
        assertThat(soup.version).isZero();
    }

    @Test
    void mergeGoesOnFromWhatIsManagedToWhatIsDetached() {
        Dish soup = dishes.insert(new Dish(1, "soup"));
        Long id = tx.call(() -> {
            Cook cook = cooks.insert(cook());
            soup.name = "bisque";
            cook.dishes.add(soup);
            cook.dishes.add(new Dish(2, "roast"));
            cooks.merge(cook);
            assertThat(cook.dishes)
                    .containsExactlyInAnyOrderElementsOf(dishes.findAll().toList());
            return cook.id;
        });
        assertThat(whole(id).dishes).extracting(dish -> dish.name).containsExactlyInAnyOrder("bisque", "roast");
    }

    /** The row that it stands for is the same, so its owner does not change. */
    @Test
    void aManagedInstanceInThePlaceOfADetachedOneIsNoChange() {
        Dish soup = dishes.insert(new Dish(1, "soup"));
        Long id = tx.call(() -> {
            Cook cook = cooks.insert(cook());
            cook.dishes.add(soup);
            dishes.insert(new Dish(2, "roast"));
            int version = cook.version;
            assertThat(cooks.merge(cook).version).isEqualTo(version);
            return cook.id;
        });
        assertThat(whole(id).version).isEqualTo(1);
    }

    @Test
    void collectionsThatHoldTheSameAreNoChange() {
        Cook cook = cooks.insert(cook());
        Cook detached = whole(cook.id);
        detached.ratings = new LinkedHashMap<>(detached.ratings);
        detached.notes = new ArrayList<>(detached.notes);
        detached.knives = new LinkedHashMap<>(detached.knives);
        assertThat(cooks.merge(detached).version).isZero();
        assertThat(cooks.update(detached).version).isZero();
        detached.notes.add("late");
        assertThat(cooks.update(detached).version).isEqualTo(1);
    }

    @Test
    void anotherCollectionInThePlaceOfAManagedOneCountsAVersion() {
        Cook cook = cooks.insert(cook());
        tx.run(() -> {
            Cook managed = whole(cook.id);
            managed.dishes = new LinkedHashSet<>(managed.dishes);
        });
        assertThat(whole(cook.id).version).isEqualTo(1);
    }

    @Test
    void whatIsMergedAfterItWasDeletedIsInsertedAgain() {
        Dish soup = dishes.insert(new Dish(1, "soup"));
        dishes.deleteById(1);
        assertThat(dishes.merge(soup).version).isZero();
        assertThat(dishes.findAll()).hasSize(1);
    }

    @Test
    void anElementAllOfWhoseColumnsAreNullIsNotSeenAndStays() {
        Cook cook = cook();
        cook.knives.put("lost", new Knife(null, null));
        cooks.insert(cook);
        Cook found = whole(cook.id);
        assertThat(found.knives).containsOnlyKeys("top");
        assertThat(found.version).isZero();
        tx.readOnly().run(() -> assertThat(whole(cook.id).knives).hasSize(1));
        tx.run(() -> {
            Map<String, Knife> knives = whole(cook.id).knives;
            knives.remove("top");
            knives.put("drawer", new Knife(null, 8));
        });
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> tx.run(() -> whole(cook.id).knives.put("lost", new Knife(null, 10))));
        tx.run(() -> whole(cook.id).knives.clear());
        tx.run(() -> whole(cook.id).knives.put("lost", new Knife(null, 10)));
        assertThat(whole(cook.id).knives).containsOnlyKeys("lost");
    }

    private Long cookWithSoup() {
        Dish soup = dishes.insert(new Dish(1, "soup"));
        Cook cook = cook();
        cook.dishes.add(soup);
        return Objects.requireNonNull(cooks.insert(cook).id);
    }

    @Test
    void refreshingGoesOnAndLoadsWhatItGoesOnTo() {
        Long id = cookWithSoup();
        tx.run(() -> {
            Cook cook = whole(id);
            Dish soup = cook.dishes.iterator().next();
            soup.name = "changed";
            cooks.refresh(cook);
            assertThat(soup.name).isEqualTo("soup");
            assertThat(cook.dishes).containsExactly(soup);
        });
        assertThat(dishes.findById(1).orElseThrow().name).isEqualTo("soup");
    }

    @Test
    void detachingGoesOn() {
        Long id = cookWithSoup();
        tx.run(() -> {
            Cook cook = whole(id);
            Dish soup = cook.dishes.iterator().next();
            cooks.detach(cook);
            soup.name = "changed";
            assertThat(dishes.findById(1)).get().isNotSameAs(soup);
        });
        assertThat(dishes.findById(1).orElseThrow().name).isEqualTo("soup");
    }

    @Test
    void whatIsMergedWithItIsLoadedWithIt() {
        Long id = cookWithSoup();
        Cook detached = cooks.findById(id).orElseThrow();
        tx.run(() -> assertThat(cooks.merge(detached).dishes).hasSize(1));
        tx.run(() -> {
            Cook managed = cooks.findById(id).orElseThrow();
            assertThat(cooks.merge(detached)).isSameAs(managed);
            assertThatExceptionOfType(UnloadedAssociationException.class).isThrownBy(() -> managed.dishes.size());
        });
    }

    @Test
    void whatACascadeInsertsAgainAfterItWasDeletedIsWrittenWithItsCollections() {
        Spice salt = new Spice(1);
        salt.uses.add("soup");
        spices.insert(salt);
        spices.deleteById(1);
        Cook cook = cook();
        cook.spices.add(salt);
        cooks.insert(cook);
        assertThat(spices.withUses(1).orElseThrow().uses).containsExactly("soup");
    }

    /** It is as new as before, and can be inserted again. */
    @Test
    void whatWasTakenBackHasNoCollectionsThatCannotBeLoaded() {
        Cook cook = cook();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> tx.run(() -> {
                    cooks.insert(cook);
                    cooks.refresh(cook);
                    throw new IllegalStateException("taken back");
                }));
        assertThat(cook.notes).isEmpty();
        cook.notes.add("again");
        cooks.insert(cook);
        assertThat(whole(cook.id).notes).containsExactly("again");
    }

    @Test
    void whatOthersAddedToAListSinceItWasReadStaysWhenItIsMerged() {
        Cook cook = cook();
        cook.steps.addAll(List.of("cut", "cook"));
        Cook read = whole(cooks.insert(cook).id);
        tx.run(() -> whole(cook.id).steps.add("eat"));
        // Else it would be stale: what is asked here is what becomes of the lists of those who have no version.
        read.version++;
        read.steps.set(1, "roast");
        cooks.update(read);
        assertThat(whole(cook.id).steps).containsExactly("cut", "roast", "eat");
    }
}
