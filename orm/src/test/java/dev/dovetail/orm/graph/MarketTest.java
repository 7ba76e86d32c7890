package dev.dovetail.orm.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.orm.graph.Market.Corner;
import dev.dovetail.orm.graph.Market.Keeper;
import dev.dovetail.orm.graph.Market.Keepers;
import dev.dovetail.orm.graph.Market.Permit;
import dev.dovetail.orm.graph.Market.Permits;
import dev.dovetail.orm.graph.Market.Stall;
import dev.dovetail.orm.graph.Market.Stalls;
import dev.dovetail.orm.graph.Market.Visit;
import dev.dovetail.orm.graph.Market.Ware;
import dev.dovetail.orm.graph.Market.Wares;
import dev.dovetail.repository.NoResultException;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.TransientReferenceException;
import dev.dovetail.testing.persistence.OnEveryPersistence;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What of a graph is refused, and what became of the rest of it, on the fake as on databases. */
@OnEveryPersistence(entities = {Stall.class, Ware.class, Keeper.class, Permit.class, Visit.class})
class MarketTest {

    private final Stalls stalls;
    private final Wares wares;
    private final Keepers keepers;
    private final Permits permits;
    private final Transactor tx;

    MarketTest(Persistence persistence) {
        this.stalls = persistence.repository(Stalls.class);
        this.wares = persistence.repository(Wares.class);
        this.keepers = persistence.repository(Keepers.class);
        this.permits = persistence.repository(Permits.class);
        this.tx = persistence.transactor();
    }

    @Test
    void aSetHoldsOnceWhatItsRowsHoldTwice() {
        Stall stall = stalls.insert(new Stall("fruit"));
        stall.corners.add(new Corner("High Street", null));
        // Nobody told the instance that it was written, and no key refuses a row with a null.
        stalls.save(stall);
        stalls.save(stall);
        tx.readOnly()
                .run(() -> assertThat(stalls.withCorners(stall.id).orElseThrow().corners)
                        .containsExactly(new Corner("High Street", null)));
    }

    @Test
    void whatWasMergedInPartIsNotCommitted() {
        Stall stall = new Stall("fish");
        stall.keepers.add(new Keeper("nobody"));
        assertThatExceptionOfType(TransactionDoomedException.class)
                .isThrownBy(() -> tx.run(() ->
                        assertThatExceptionOfType(NoResultException.class).isThrownBy(() -> stalls.merge(stall))));
        assertThat(stalls.findAll()).isEmpty();
    }

    @Test
    void aRowThatCameBeforeIsRefusedBeforeWhatComesAfterIt() {
        stalls.insert(new Stall("bread"));
        Ware sold = wares.insert(new Ware("rye"));
        wares.delete(sold);
        Stall second = new Stall("bread");
        second.wares.add(sold);
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> stalls.merge(second));
        assertThat(second.id).isNull();
    }

    @Test
    void aCascadeDoesNotMergeAgainWhatWasDeleted() {
        Stall stall = stalls.insert(new Stall("cheese"));
        Ware sold = wares.insert(new Ware("brie"));
        wares.delete(sold);
        stall.wares.add(sold);
        assertThatExceptionOfType(StaleEntityException.class).isThrownBy(() -> stalls.merge(stall));
        assertThat(wares.findAll()).isEmpty();
    }

    @Test
    void whatHasHalfAnIdIsNotReferredTo() {
        Stall stall = new Stall("wine");
        stall.permit = new Permit(new Keeper(null), 7);
        assertThatExceptionOfType(TransientReferenceException.class).isThrownBy(() -> stalls.merge(stall));
        assertThat(stalls.findAll()).isEmpty();
    }

    @Test
    void anOwnerWithAnIdOfItsOwnIsNotInsertedByWhatTakesItsId() {
        assertThatExceptionOfType(TransientReferenceException.class)
                .isThrownBy(() -> permits.insert(new Permit(new Keeper("Ann"), 1)));
        assertThat(keepers.findAll()).isEmpty();
        permits.insert(new Permit(keepers.insert(new Keeper("Bob")), 1));
        assertThat(permits.findAll()).hasSize(1);
    }

    @Test
    void callbacksHearOfAnotherCollectionInThePlaceOfOne() {
        tx.run(() -> {
            Stall stall = stalls.insert(new Stall("nuts"));
            stalls.save(stall);
            assertThat(stall.updates).isZero();
            stall.visits = new ArrayList<>();
            stalls.save(stall);
            assertThat(stall.updates).isEqualTo(1);
        });
    }
}
