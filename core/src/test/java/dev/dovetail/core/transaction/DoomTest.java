package dev.dovetail.core.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.NoTransactionException;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.error.TransactionException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.concurrent.CompletableFuture;
import org.jooq.exception.NoDataFoundException;
import org.jooq.exception.TooManyRowsException;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class DoomTest extends OpenDatabase {

    private final Transactor tx = db.transactor();

    DoomTest(TestDatabase database) {
        super(database);
    }

    @Test
    void jooqsNoneAndMoreThanOneDoomNothing() {
        db.transaction(sql -> {
            insert(1, 10);
            insert(2, 10);
            assertThatThrownBy(() -> tx.run(
                            () -> sql.selectFrom(ACCOUNTS).where(ID.eq(9L)).fetchSingle()))
                    .isInstanceOf(NoDataFoundException.class);
            assertThatThrownBy(() -> tx.run(() -> sql.selectFrom(ACCOUNTS).fetchOne()))
                    .isInstanceOf(TooManyRowsException.class);
            return sql;
        });
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void theFailureThatDoomedIsKeptWhenAnotherOneFollows() {
        insert(1, 10);
        assertThatThrownBy(() -> tx.run(() -> {
                    assertThatThrownBy(() -> insert(1, 10)).isInstanceOf(DuplicateKeyException.class);
                    throw new IllegalStateException("a consequence");
                }))
                .hasMessage("a consequence")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1))
                .satisfies(e -> assertThat(e.getSuppressed()[0]).isInstanceOf(DuplicateKeyException.class));
    }

    @Test
    void theFailureThatDoomedIsNotRepeatedWhenItIsTheOneThatIsThrown() {
        insert(1, 10);
        assertThatThrownBy(() -> tx.run(() -> insert(1, 10)))
                .isInstanceOf(DuplicateKeyException.class)
                .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
        assertThatThrownBy(() -> tx.run(() -> {
                    try {
                        insert(1, 10);
                    } catch (DuplicateKeyException e) {
                        throw new IllegalStateException("wrapped", e);
                    }
                }))
                .hasMessage("wrapped")
                .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
    }

    @Test
    void aTransactionUsedOnAnotherThreadSaysWhose() {
        String owner = Thread.currentThread().getName();
        tx.run(() -> {
            ActiveTransaction mine = db.access().transactions().require("test");
            assertThatThrownBy(() ->
                            CompletableFuture.runAsync(mine::requireUsable).join())
                    .cause()
                    .isInstanceOfSatisfying(
                            TransactionException.class,
                            e -> assertThat(e.code()).isEqualTo(CoreError.WRONG_THREAD))
                    .hasMessageContaining(owner);
        });
    }

    @Test
    void theOuterTransactionIsBoundAgainAfterRequiresNewAlsoIfThatFailed() {
        tx.readOnly().run(() -> {
            ActiveTransaction outer = db.access().transactions().require("test");
            tx.requiresNew().run(() -> insert(1, 10));
            assertThat(db.access().transactions().current()).isSameAs(outer);
            assertThatThrownBy(() -> tx.requiresNew().run(() -> insert(1, 10)))
                    .isInstanceOf(DuplicateKeyException.class);
            assertThat(db.access().transactions().current()).isSameAs(outer);
            outer.requireUsable();
        });
        assertThat(db.access().transactions().current()).isNull();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aTransactorsBlockLeavesNoTransactionBehindOnItsThread() {
        assertThatThrownBy(() -> tx.run(() -> {
                    throw new StackOverflowError("deep");
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(tx.isActive()).isFalse();
        assertThatThrownBy(() -> db.access().connection()).isInstanceOf(NoTransactionException.class);
    }

    @Test
    void aDoomedTransactionCannotBeSavedByCatchingEverything() {
        insert(1, 10);
        assertThatThrownBy(() -> tx.run(() -> {
                    for (int i = 0; i < 3; i++) {
                        assertThatThrownBy(() -> insert(1, 10)).isInstanceOf(RuntimeException.class);
                    }
                }))
                .isInstanceOf(TransactionDoomedException.class)
                .hasCauseInstanceOf(DuplicateKeyException.class);
    }
}
