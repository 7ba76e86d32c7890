package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.core.error.UnsupportedOnEngineException;
import dev.dovetail.core.portable.RowLock;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.error.WorkException;
import dev.dovetail.orm.model.Role;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.model.User_;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.query.Selection;
import dev.dovetail.orm.work.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hibernate.query.Order;
import org.hibernate.query.restriction.Restriction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RowLocksTest extends ShopTest {

    RowLocksTest(TestDatabase database) {
        super(database);
    }

    /** Another transaction, on another connection, while this one waits; a lock that it would wait for is cancelled. */
    private void beside(Consumer<UnitOfWork> block) {
        tx.requiresNew().timeout(Duration.ofSeconds(10)).run(() -> block.accept(persistence.unitOfWork()));
    }

    /** By an index: MariaDB locks every row that it has to look at. */
    private static Selection<User> named(UnitOfWork uow, String name) {
        return uow.select(User.class).where(Restriction.equal(User_.email, name + "@example.com"));
    }

    /** Its write transaction is the lock, and a second one is refused at once. */
    private boolean hasRowLocks() {
        return database.engine() != SQLITE;
    }

    @Test
    void aQueryLocksWhatItReturnsAndNothingElse() {
        user("ann", 0);
        user("bob", 0);
        run(uow -> {
            assertThat(named(uow, "ann").lock(RowLock.waiting()).one().getName())
                    .isEqualTo("ann");
            if (hasRowLocks()) {
                assertThatThrownBy(() -> beside(other ->
                                named(other, "ann").lock(RowLock.noWait()).one()))
                        .isInstanceOf(TransientConflictException.class);
                beside(other -> assertThat(other.select(User.class)
                                .orderBy(Order.asc(User_.id))
                                .lock(RowLock.skipLocked())
                                .list())
                        .extracting(User::getName)
                        .containsExactly("bob"));
            }
        });
        run(uow -> assertThat(named(uow, "ann").lock(RowLock.noWait()).list()).hasSize(1));
    }

    @Test
    void aWaitEnds() {
        user("ann", 0);
        run(uow -> {
            named(uow, "ann").lock(RowLock.waiting()).one();
            if (hasRowLocks()) {
                long start = System.nanoTime();
                assertThatThrownBy(() -> beside(other -> named(other, "ann")
                                .lock(RowLock.atMost(Duration.ofMillis(300)))
                                .one()))
                        .isInstanceOf(
                                database.engine() == H2
                                        ? UnsupportedOnEngineException.class
                                        : TransientConflictException.class);
                if (database.engine() != H2) {
                    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(200));
                }
            }
        });
    }

    @Test
    void aWaitOfOneQueryIsNotThatOfTheNext() {
        user("ann", 0);
        run(uow -> {
            Object before = database.engine() == POSTGRESQL
                    ? uow.sql().fetchValue("select current_setting('lock_timeout')")
                    : "";
            if (database.engine() != H2) {
                assertThat(named(uow, "ann")
                                .lock(RowLock.atMost(Duration.ofSeconds(2)))
                                .list())
                        .hasSize(1);
            }
            if (database.engine() == POSTGRESQL) {
                assertThat(uow.sql().fetchValue("select current_setting('lock_timeout')"))
                        .isEqualTo(before);
            }
        });
    }

    @Test
    void pagesAndLimitsLockToo() {
        user("ann", 0);
        user("bob", 0);
        run(uow -> {
            assertThat(uow.select(User.class)
                            .orderBy(Order.asc(User_.id))
                            .lock(RowLock.waiting())
                            .limit(1)
                            .list())
                    .hasSize(1);
            if (hasRowLocks()) {
                beside(other -> assertThat(other.select(User.class)
                                .orderBy(Order.asc(User_.id))
                                .lock(RowLock.skipLocked())
                                .limit(1)
                                .list())
                        .extracting(User::getName)
                        .containsExactly("bob"));
            }
        });
    }

    @Test
    void anEntityIsLockedByItself() {
        Long id = user("ann", 0);
        run(uow -> {
            User ann = uow.get(User.class, id);
            ann.setName("Anna");
            List<String> sent = statements(() -> uow.lock(ann, RowLock.noWait()));
            assertThat(sent).hasSize(1);
            if (hasRowLocks()) {
                assertThatThrownBy(() -> beside(other -> other.lock(other.get(User.class, id), RowLock.noWait())))
                        .isInstanceOf(TransientConflictException.class);
            }
        });
        run(uow -> assertThat(uow.get(User.class, id).getName()).isEqualTo("Anna"));
    }

    @Test
    void anEntityWithoutVersionIsReadAgain() {
        run(uow -> uow.add(new Role("a", "before")));
        run(uow -> {
            Role role = uow.get(Role.class, "a");
            uow.sql().execute("update roles set title = 'after'");
            uow.lock(role, RowLock.waiting());
            assertThat(role.getTitle()).isEqualTo("after");
        });
    }

    @Test
    void readOnlyTransactionsAreRefused() {
        Long id = user("ann", 0);
        tx.readOnly().run(() -> {
            UnitOfWork uow = persistence.unitOfWork();
            assertThatThrownBy(
                            () -> uow.select(User.class).lock(RowLock.waiting()).list())
                    .isInstanceOf(ReadOnlyException.class);
            assertThatThrownBy(() -> uow.lock(uow.get(User.class, id), RowLock.waiting()))
                    .isInstanceOf(ReadOnlyException.class);
        });
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Long id = user("ann", 1);
        run(uow -> {
            assertThatThrownBy(() -> uow.lock(uow.get(User.class, id), RowLock.skipLocked()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> uow.select(User.class)
                            .load(LoadOption.joined(User_.role))
                            .lock(RowLock.waiting())
                            .list())
                    .isInstanceOf(WorkException.class)
                    .hasMessageContaining("selectin");
        });
    }
}
