package dev.dovetail.orm.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.LeavesTransactionIntact;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.Persistence;
import dev.dovetail.testing.persistence.OnEveryPersistence;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Query;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What refuses in the middle of a write and takes nothing with it, and what is not refused. */
@OnEveryPersistence(entities = SlipsTest.Slip.class)
class SlipsTest {

    private final Slips slips;
    private final Transactor tx;

    SlipsTest(Persistence persistence) {
        this.slips = persistence.repository(Slips.class);
        this.tx = persistence.transactor();
    }

    @Test
    void whatWasAddedIsNotLostWhenACallbackRefusesOneOfIt() {
        tx.run(() -> {
            Slip refused = slip(3);
            refused.isRefused = true;
            slips.add(slip(2));
            slips.add(refused);
            slips.add(slip(4));
            assertThatExceptionOfType(NotYetException.class).isThrownBy(() -> slips.insert(slip(5)));
            refused.isRefused = false;
        });
        assertThat(slips.findAll()).extracting(slip -> slip.id).containsExactlyInAnyOrder(2, 3, 4);
    }

    @Test
    void aTextIsAsLongAsItsColumnTakesAlsoInAnUpdateStatement() {
        slips.insert(slip(1));
        assertThat(slips.write("x".repeat(1_000))).isEqualTo(1);
        assertThat(slips.findById(1).orElseThrow().text).hasSize(1_000);
        assertThatExceptionOfType(ValueTooLongException.class).isThrownBy(() -> slips.rename("x".repeat(256)));
    }

    private static Slip slip(int id) {
        Slip slip = new Slip();
        slip.id = id;
        return slip;
    }

    /** Of a callback, after which the program goes on. */
    static class NotYetException extends RuntimeException implements LeavesTransactionIntact {
        private static final long serialVersionUID = 1L;
    }

    /** Can be refused before it is inserted. */
    @Entity(name = "Slip")
    static class Slip {
        /** Set by the application. */
        @Id
        public int id;

        /** As long as one likes. */
        @Column(columnDefinition = "text")
        public @Nullable String text;

        /** Of the default length. */
        public @Nullable String name;

        @Transient
        boolean isRefused;

        @PrePersist
        void check() {
            if (isRefused) {
                throw new NotYetException();
            }
        }
    }

    /** Slips. */
    interface Slips extends CrudRepository<Slip, Integer> {
        /** Waits for the flush. */
        void add(Slip slip);

        /** Writes into all. */
        @Query("update Slip set text = ?1")
        long write(String text);

        /** Of none. */
        @Query("update Slip set name = ?1 where id < 0")
        long rename(String name);
    }
}
