package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.error.ValueNotKeptException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Queries that write: section 5.7 of Jakarta Data, and what becomes of managed entities. */
public interface StatementContract extends Shelf {

    @Test
    default void anUpdateChangesAllRowsThatMatchAndCountsThem() {
        shelve();
        assertThat(queries().doublePrices(100)).isEqualTo(2);
        Book beta = books().byIsbn("beta%").orElseThrow();
        assertThat(beta.getPrice()).isEqualByComparingTo("41.00");
        assertThat(beta.getPages()).isEqualTo(201);
        assertThat(beta.getGenre()).isEqualTo(Genre.POETRY);
        assertThat(books().byIsbn("delta").orElseThrow().getPrice()).isEqualByComparingTo("5.25");
        assertThat(queries().doublePrices(1000)).isZero();
    }

    @Test
    default void aValueThatAColumnCannotHoldIsRefusedWhetherARowMatchesOrNot() {
        shelve();
        BigDecimal exact = new BigDecimal("10.005");
        assertThatThrownBy(() -> queries().reprice(exact, 10_000)).isInstanceOf(ValueNotKeptException.class);
        assertThat(queries().pricedBetween(new BigDecimal("9.995"), exact)).isEqualTo(1);
        assertThat(queries().pricedBetween(exact, exact)).isZero();
        assertThat(queries().pricedBetween(null, exact)).isZero();
    }

    @Test
    default void anUpdateMayBeRestrictedByOtherEntitiesAndSetNull() {
        shelve();
        assertThat(queries().unpublish("x-", "Bob")).isEqualTo(1);
        Book delta = books().byIsbn("x-Delta").orElseThrow();
        assertThat(delta.getPublished()).isNull();
    }

    @Test
    default void anUpdateCountsAsAChange() {
        shelve();
        Book before = books().byIsbn("alpha").orElseThrow();
        queries().doublePrices(100);
        before.setTitle("Changed");
        assertThatThrownBy(() -> books().update(before)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    default void managedEntitiesShowAnUpdateAndWhatWasPendingIsWrittenBefore() {
        shelve();
        tx().run(() -> {
            Book alpha = books().byIsbn("alpha").orElseThrow();
            alpha.setPages(500);
            alpha.setTitle("Pending");
            assertThat(queries().doublePrices(500)).isEqualTo(1);
            assertThat(alpha.getPages()).isEqualTo(501);
            assertThat(alpha.getTitle()).isEqualTo("Pending");
            assertThat(alpha.getVersion()).isEqualTo(2);
            alpha.setTitle("Later");
        });
        Book alpha = books().byIsbn("alpha").orElseThrow();
        assertThat(alpha.getTitle()).isEqualTo("Later");
        assertThat(alpha.getPages()).isEqualTo(501);
        assertThat(alpha.getPrice()).isEqualByComparingTo("20.00");
    }

    @Test
    default void anUpdateKeepsConstraintsAndIsTakenBackWithItsTransaction() {
        shelve();
        assertThatThrownBy(() -> queries().isbnsOf("same")).isInstanceOf(EntityExistsException.class);
        assertThatThrownBy(() -> tx().run(() -> {
                    queries().doublePrices(0);
                    throw new IllegalStateException("back");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(books().byIsbn("delta").orElseThrow().getPages()).isEqualTo(7);
        assertThatThrownBy(() -> tx().readOnly().run(() -> queries().doublePrices(0)))
                .isInstanceOf(ReadOnlyException.class);
    }

    @Test
    default void aDeleteRemovesAllThatMatchWithWhatBelongsToThem() {
        shelve();
        books().insert(new Book("Tale", authors().named("Bob")).chapter("One").chapter("Two"));
        Book tale = books().ofAuthorNamed("Bob").get(1);
        tale.setPages(3);
        books().update(tale);
        assertThat(queries().deleteShort(8)).isEqualTo(2);
        assertThat(chapters().count()).isZero();
        assertThat(queries().titles()).containsExactly("Beta%", "alpha");
        queries().deleteAll();
        assertThat(queries().pages()).isEmpty();
    }

    @Test
    default void whatIsDeletedIsNotFoundAnyMore() {
        shelve();
        tx().run(() -> {
            Book delta = books().byIsbn("delta").orElseThrow();
            assertThat(queries().deleteShort(8)).isEqualTo(1);
            assertThat(books().findById(Library.id(delta))).isEmpty();
        });
    }
}
