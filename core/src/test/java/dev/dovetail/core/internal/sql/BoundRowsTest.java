package dev.dovetail.core.internal.sql;

import static dev.dovetail.core.spi.BoundStatement.UNSEEN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundRowsTest {

    private final BoundRows bound = new BoundRows();

    @Test
    void valuesAreKnownByTheirPositions() {
        bound.set(2, "b");
        bound.set(1, null);

        assertThat(bound.values()).containsExactly(null, "b");
    }

    @Test
    void whatWasNotSeenIsNotTakenForNull() {
        bound.set(3, "c");

        assertThat(bound.values()).containsExactly(UNSEEN, UNSEEN, "c");
    }

    @Test
    void aRowDoesNotInheritTheValuesOfTheOneBefore() {
        bound.set(1, 1L);
        bound.set(2, null);
        bound.endRow();
        bound.set(1, 2L);
        bound.endRow();

        assertThat(bound.rows()).containsExactly(new Object[] {1L, null}, new Object[] {2L, UNSEEN});
    }

    @Test
    void aStatementThatIsSentAgainIsBoundAnew() {
        bound.set(1, 1L);
        bound.set(2, "kept");
        bound.sent();
        assertThat(bound.values()).as("what was sent").containsExactly(1L, "kept");

        bound.set(1, 2L);
        assertThat(bound.values()).containsExactly(2L, UNSEEN);
    }

    @Test
    void aPositionThatNoStatementHasIsLeftToTheDriver() {
        bound.set(0, "a");
        bound.set(1_000_000, "b");

        assertThat(bound.values()).isEmpty();
    }
}
