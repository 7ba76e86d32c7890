package dev.dovetail.testing.contract.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.NullValueException;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.UnloadedAssociationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Collections and maps of values. */
public interface ElementCollectionContract extends Mapped {

    private Recipes recipes() {
        return persistence().repository(Recipes.class);
    }

    private Long soup() {
        Recipe soup = new Recipe("soup");
        soup.notes.addAll(List.of("hot", "hot", "quick"));
        soup.tags.addAll(List.of("winter", "easy"));
        soup.tastes.add(Taste.SOUR);
        soup.steps.addAll(List.of("cut", "cook", "eat"));
        soup.ingredients.add(new Ingredient("salt", 1));
        soup.ingredients.add(new Ingredient("water", 1000));
        soup.ingredients.add(new Ingredient("beet", 1));
        soup.prices.putAll(Map.of("EUR", 5, "CHF", 6));
        soup.spices.put(Taste.BITTER, new Ingredient("pepper", 2));
        return Objects.requireNonNull(recipes().insert(soup).id);
    }

    private Recipe whole(Long id) {
        return recipes().whole(id).orElseThrow();
    }

    @Test
    default void valuesAreReadAsTheyWereWritten() {
        Recipe soup = whole(soup());
        assertThat(soup.notes).containsExactlyInAnyOrder("hot", "hot", "quick");
        assertThat(soup.tags).containsExactlyInAnyOrder("winter", "easy");
        assertThat(soup.tastes).containsExactly(Taste.SOUR);
        assertThat(soup.steps).containsExactly("cut", "cook", "eat");
        assertThat(soup.ingredients).extracting(Ingredient::toString).containsExactly("1000 water", "1 beet", "1 salt");
        assertThat(soup.prices).containsOnly(Map.entry("EUR", 5), Map.entry("CHF", 6));
        assertThat(soup.spices).containsOnlyKeys(Taste.BITTER);
        assertThat(soup.spices.get(Taste.BITTER)).hasToString("2 pepper");
    }

    @Test
    default void anUnloadedCollectionOfValuesRaises() {
        Long id = soup();
        tx().run(() -> {
            Recipe soup = recipes().findById(id).orElseThrow();
            List<ThrowingCallable> uses = List.of(
                    () -> use(soup.notes.size()),
                    () -> soup.notes.add("more"),
                    () -> soup.tags.add("more"),
                    () -> use(soup.steps.get(0)),
                    () -> soup.steps.add("more"),
                    () -> soup.steps.clear(),
                    () -> use(soup.ingredients.iterator()),
                    () -> use(soup.prices.getOrDefault("EUR", 0)),
                    () -> use(soup.prices.containsKey("EUR")),
                    () -> soup.prices.put("EUR", 7),
                    () -> soup.prices.remove("EUR"),
                    () -> use(soup.prices.values().iterator()),
                    () -> use(soup.spices.keySet().size()));
            assertThat(uses)
                    .allSatisfy(use -> assertThatThrownBy(use).isInstanceOf(UnloadedAssociationException.class));
            assertThatExceptionOfType(UnloadedAssociationException.class)
                    .isThrownBy(() -> soup.prices.size())
                    .withMessageStartingWith("Recipe.prices is not loaded, in Recipe with id " + id + ".")
                    .withMessageContaining("@Load(\"prices\")");
        });
        Recipe detached = recipes().findById(id).orElseThrow();
        assertThatExceptionOfType(UnloadedAssociationException.class).isThrownBy(() -> detached.steps.size());
    }

    private static void use(Object value) {
        assertThat(value).isNotNull();
    }

    @Test
    default void changedCollectionsAreWrittenAtCommit() {
        Long id = soup();
        tx().run(() -> {
            Recipe soup = whole(id);
            soup.notes.remove("hot");
            soup.tags.remove("easy");
            soup.tags.add("slow");
            soup.tastes.clear();
            soup.steps.add(1, "wash");
            soup.ingredients.get(0).amount = 900;
            soup.ingredients.remove(1);
            soup.prices.put("EUR", 4);
            soup.prices.remove("CHF");
            soup.prices.put("SEK", 50);
            soup.spices.put(Taste.SWEET, new Ingredient("sugar", null));
        });
        Recipe soup = whole(id);
        assertThat(soup.notes).containsExactlyInAnyOrder("hot", "quick");
        assertThat(soup.tags).containsExactlyInAnyOrder("winter", "slow");
        assertThat(soup.tastes).isEmpty();
        assertThat(soup.steps).containsExactly("cut", "wash", "cook", "eat");
        assertThat(soup.ingredients).extracting(Ingredient::toString).containsExactly("900 water", "1 salt");
        assertThat(soup.prices).containsOnly(Map.entry("EUR", 4), Map.entry("SEK", 50));
        assertThat(soup.spices.get(Taste.SWEET)).hasToString("null sugar");
    }

    @Test
    default void anotherCollectionReplacesTheValues() {
        Long id = soup();
        tx().run(() -> {
            Recipe soup = whole(id);
            soup.steps = new ArrayList<>(List.of("order"));
            soup.notes = new ArrayList<>();
        });
        Recipe soup = whole(id);
        assertThat(soup.steps).containsExactly("order");
        assertThat(soup.notes).isEmpty();
        assertThat(soup.tags).hasSize(2);
    }

    @Test
    default void aChangedCollectionCountsAsAChangeOfItsOwner() {
        Long id = soup();
        Recipe before = recipes().withSteps(id).orElseThrow();
        tx().run(() -> {
            Recipe soup = recipes().withSteps(id).orElseThrow();
            soup.steps.add("wash up");
            recipes().update(soup);
            assertThat(soup.updates).isPositive();
        });
        assertThat(recipes().findById(id).orElseThrow().version).isEqualTo(before.version + 1);
        before.steps.clear();
        assertThatExceptionOfType(StaleEntityException.class)
                .isThrownBy(() -> recipes().update(before));
    }

    @Test
    default void theValuesOfADetachedEntityReplaceThoseThatAreWritten() {
        Long id = soup();
        Recipe detached = whole(id);
        detached.steps.remove(0);
        detached.prices.clear();
        detached.ingredients.add(new Ingredient("cream", 3));
        recipes().update(detached);
        Recipe soup = whole(id);
        assertThat(soup.steps).containsExactly("cook", "eat");
        assertThat(soup.prices).isEmpty();
        assertThat(soup.ingredients)
                .extracting(Ingredient::toString)
                .containsExactly("1000 water", "3 cream", "1 beet", "1 salt");
        Recipe unloaded = recipes().findById(id).orElseThrow();
        unloaded.name = "borscht";
        recipes().update(unloaded);
        assertThat(whole(id).steps).containsExactly("cook", "eat");
    }

    @Test
    default void valuesKeepTheRulesOfTheirColumns() {
        Long id = soup();
        assertThatExceptionOfType(ValueTooLongException.class)
                .isThrownBy(() -> tx().run(() -> whole(id).tags.add("x".repeat(11))));
        assertThatExceptionOfType(NullValueException.class)
                .isThrownBy(() -> tx().run(() -> whole(id).ingredients.add(new Ingredient(null, 1))));
        assertThat(whole(id).tags).hasSize(2);
        assertThat(whole(id).ingredients).hasSize(3);
    }

    @Test
    default void valuesAreDeletedWithTheirOwner() {
        Long id = soup();
        recipes().deleteById(id);
        assertThat(recipes().findById(id)).isEmpty();
        Long other = soup();
        tx().run(() -> recipes().delete(recipes().findById(other).orElseThrow()));
        assertThat(recipes().findAll()).isEmpty();
    }

    @Test
    default void aReturnToASavepointTakesChangesOfValuesBack() {
        Long id = soup();
        tx().run(() -> {
            Recipe soup = whole(id);
            soup.steps.add("wash up");
            assertThatThrownBy(() -> tx().nested().run(() -> {
                        soup.steps.clear();
                        soup.prices.put("USD", 1);
                        recipes().update(soup);
                        throw new IllegalStateException("back");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(soup.steps).containsExactly("cut", "cook", "eat", "wash up");
            assertThat(soup.prices).hasSize(2);
        });
        assertThat(whole(id).steps).containsExactly("cut", "cook", "eat", "wash up");
        assertThat(whole(id).prices).hasSize(2);
    }
}
