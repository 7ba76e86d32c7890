package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.ChildExistsException;
import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.MissingParentException;
import dev.dovetail.core.error.NoTransactionException;
import dev.dovetail.core.error.NullValueException;
import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.error.TransactionTimeoutException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.error.WorkException;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.model.User_;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.work.UnitOfWork;
import dev.dovetail.repository.TransientReferenceException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class TransactionsTest extends ShopTest {

    TransactionsTest(TestDatabase database) {
        super(database);
    }

    @Test
    void aRollbackTakesBackWhatBothSidesWrote() {
        Long id = user("ann", 2);
        assertThatThrownBy(() -> run(uow -> {
                    writeBothSides(uow, id);
                    throw new IllegalStateException("later");
                }))
                .hasMessage("later");
        assertNothingChanged(id);
    }

    @Test
    void aRollbackByAnErrorDoesTheSame() {
        Long id = user("ann", 2);
        assertThatThrownBy(() -> run(uow -> {
                    writeBothSides(uow, id);
                    throw new StackOverflowError("an error, not an exception");
                }))
                .isInstanceOf(StackOverflowError.class);
        assertNothingChanged(id);
    }

    @Test
    void aNestedBlockTakesBackItsOwnPartAlone() {
        Long id = user("ann", 2);
        run(uow -> {
            uow.get(User.class, id).setName("outer");
            assertThatThrownBy(() -> tx.nested().run(() -> {
                        writeBothSides(persistence.unitOfWork(), id);
                        throw new IllegalStateException("inner");
                    }))
                    .hasMessage("inner");
            User again = uow.get(User.class, id);
            assertThat(again.getName()).isEqualTo("outer");
            again.setEmail("outer@example.com");
        });
        assertThat(count(ORDERS)).isEqualTo(2);
        run(uow -> {
            assertThat(uow.get(User.class, id).getName()).isEqualTo("outer");
            assertThat(uow.get(User.class, id).getEmail()).isEqualTo("outer@example.com");
        });
    }

    @Test
    void aFailedFlushInANestedBlockLeavesTheOuterOneUsable() {
        Long id = user("ann", 0);
        run(uow -> {
            uow.add(new User("outer@example.com", "outer"));
            assertThatThrownBy(() ->
                            tx.nested().run(() -> persistence.unitOfWork().add(new User("ann@example.com", "twin"))))
                    .isInstanceOf(DuplicateKeyException.class);
            uow.get(User.class, id).setName("Anna");
        });
        assertThat(count(USERS)).isEqualTo(2);
        run(uow -> assertThat(uow.get(User.class, id).getName()).isEqualTo("Anna"));
    }

    @Test
    void jooqsOwnTransactionIsASavepoint() {
        Long id = user("ann", 1);
        run(uow -> {
            uow.get(User.class, id).setName("kept");
            assertThatThrownBy(() -> uow.sql().transaction(nested -> {
                        nested.dsl().deleteFrom(ORDERS).execute();
                        throw new IllegalStateException("inner");
                    }))
                    .hasMessage("inner");
            assertThat(uow.sql().fetchCount(ORDERS)).isEqualTo(1);
        });
        run(uow -> assertThat(uow.get(User.class, id).getName()).isEqualTo("kept"));
    }

    @Test
    void aFailedStatementDoomsTheTransactionEvenIfItIsCaught() {
        user("ann", 0);
        assertThatThrownBy(() -> run(uow -> {
                    uow.add(new User("new@example.com", "new"));
                    uow.add(new User("ann@example.com", "twin"));
                    assertThatThrownBy(uow::flush).isInstanceOf(DuplicateKeyException.class);
                }))
                .isInstanceOf(TransactionDoomedException.class);
        assertThat(count(USERS)).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void aSlowStatementOfTheSessionEndsWithTheTransactionsTime() {
        String slow = switch (database.engine()) {
            case SQLITE, H2 ->
                "with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < 2000000000)"
                        + " select count(*) from numbers";
            case POSTGRESQL -> "select cast(pg_sleep(50) as varchar)";
            case MARIADB -> "select sleep(50)";
        };
        assertThatThrownBy(() -> tx.timeout(Duration.ofMillis(200))
                        .run(() -> persistence
                                .unitOfWork()
                                .session()
                                .createNativeQuery(slow, Object.class)
                                .getResultList()))
                .isInstanceOf(TransactionTimeoutException.class);
    }

    @Test
    void aFailureThroughTheSessionDoomsAndIsTyped() {
        assertThatThrownBy(() -> run(uow -> assertThatThrownBy(() -> uow.session()
                                .createNativeQuery("select * from nowhere", Object.class)
                                .getResultList())
                        .isInstanceOf(DovetailException.class)))
                .isInstanceOf(TransactionDoomedException.class);
    }

    @Test
    void constraintsAreTypedOnEveryEngine() {
        assertThatThrownBy(() -> run(uow -> uow.add(new User("null@example.com", null))))
                .isInstanceOf(NullValueException.class);
        assertThatThrownBy(() -> run(uow -> {
                    User ghost = uow.session().getReference(User.class, 4711L);
                    uow.add(new dev.dovetail.orm.model.Order(ghost, "1"));
                }))
                .isInstanceOf(MissingParentException.class);
        Long id = user("ann", 1);
        assertThatThrownBy(() -> run(
                        uow -> uow.sql().deleteFrom(USERS).where(USER_ID.eq(id)).execute()))
                .isInstanceOf(ChildExistsException.class);
    }

    @Test
    void aReferenceToSomethingNewSaysWhich() {
        assertThatThrownBy(() ->
                        run(uow -> uow.add(new dev.dovetail.orm.model.Order(new User("x@example.com", "x"), "1"))))
                .isInstanceOf(TransientReferenceException.class)
                .hasMessageContaining("Order.user");
    }

    @Test
    void oneConnectionServesBothSides() {
        Long id = user("ann", 1);
        run(uow -> {
            uow.get(User.class, id).setName("Anna");
            uow.sql().fetchCount(ORDERS);
            uow.select(User.class).load(LoadOption.selectin(User_.orders)).list();
            assertThat(db.pool().active()).isEqualTo(1);
        });
        assertThat(db.pool().active()).isZero();
    }

    @Test
    void aUnitOfWorkNeedsATransactionAndEndsWithIt() {
        assertThatThrownBy(persistence::unitOfWork).isInstanceOf(NoTransactionException.class);
        UnitOfWork kept = work(uow -> uow);
        assertThatThrownBy(() -> kept.find(User.class, 1L))
                .isInstanceOf(WorkException.class)
                .hasMessageContaining("after its transaction ended");
    }

    @Test
    void aDetachedEntityCannotBeDeletedByTheUnitOfWork() {
        Long id = user("ann", 0);
        User ann = work(uow -> uow.get(User.class, id));
        run(uow -> assertThatThrownBy(() -> uow.delete(ann)).isInstanceOf(WorkException.class));
    }

    @Test
    void timesAreTheSameForBothSides() {
        Instant created = Instant.parse("2026-03-29T01:30:00.500Z");
        LocalDate birthday = LocalDate.of(1999, 12, 31);
        LocalDateTime alarm = LocalDateTime.of(2026, 3, 29, 2, 30, 0, 500_000_000);
        UUID token = UUID.fromString("c0ffee00-89ab-4def-8123-456789abcdef");
        Long id = work(uow -> {
            User ann = new User("ann@example.com", "Ann");
            ann.setCreatedAt(created);
            ann.setBirthday(birthday);
            ann.setAlarmAt(alarm);
            ann.setToken(token);
            uow.add(ann);
            uow.flush();
            return ann.getId();
        });
        var createdAt = org.jooq.impl.DSL.field(
                org.jooq.impl.DSL.name("created_at"),
                org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE.asConvertedDataType(
                        new dev.dovetail.core.type.InstantBinding()));
        var birthdayField =
                org.jooq.impl.DSL.field(org.jooq.impl.DSL.name("birthday"), org.jooq.impl.SQLDataType.LOCALDATE);
        var alarmAt =
                org.jooq.impl.DSL.field(org.jooq.impl.DSL.name("alarm_at"), org.jooq.impl.SQLDataType.LOCALDATETIME);
        var tokenField = org.jooq.impl.DSL.field(org.jooq.impl.DSL.name("token"), org.jooq.impl.SQLDataType.UUID);
        var row = db.read(sql -> sql.select(createdAt, birthdayField, alarmAt, tokenField)
                .from(USERS)
                .fetchSingle());
        assertThat(row.value1()).isEqualTo(created);
        assertThat(row.value2()).isEqualTo(birthday);
        assertThat(row.value3()).isEqualTo(alarm);
        assertThat(row.value4()).isEqualTo(token);
        run(uow -> {
            User ann = uow.get(User.class, id);
            uow.sql()
                    .update(USERS)
                    .set(createdAt, created.plusMillis(250))
                    .set(birthdayField, birthday.plusDays(1))
                    .set(alarmAt, alarm.plusHours(1))
                    .set(tokenField, UUID.fromString("0badcafe-1234-4567-89ab-cdef01234567"))
                    .execute();
            assertThat(ann.getCreatedAt()).isEqualTo(created.plusMillis(250));
            assertThat(ann.getBirthday()).isEqualTo(birthday.plusDays(1));
            assertThat(ann.getAlarmAt()).isEqualTo(alarm.plusHours(1));
            assertThat(ann.getToken()).isEqualTo(UUID.fromString("0badcafe-1234-4567-89ab-cdef01234567"));
        });
    }

    @Test
    void theOutboxIsWrittenWithTheTransactionOrNotAtAll() {
        persistence.outbox().add("orders", "1", "{}");
        assertThatThrownBy(() -> tx.run(() -> {
                    persistence.outbox().add("orders", "2", "{}");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(count(org.jooq.impl.DSL.table("outbox"))).isEqualTo(1);
        assertThatThrownBy(() -> tx.readOnly().run(() -> persistence.outbox().add("orders", "3", "{}")))
                .isInstanceOf(ReadOnlyException.class);
    }

    private void writeBothSides(UnitOfWork uow, Long id) {
        User ann = uow.select(User.class)
                .load(LoadOption.selectin(User_.orders))
                .list()
                .get(0);
        ann.setName("changed");
        ann.order("99");
        uow.add(new User("bob@example.com", "Bob"));
        uow.flush();
        uow.sql().deleteFrom(ORDERS).where(ORDER_USER.eq(id)).execute();
        assertThat(uow.sql().fetchCount(ORDERS)).isZero();
    }

    private void assertNothingChanged(Long id) {
        assertThat(count(ORDERS)).isEqualTo(2);
        assertThat(count(USERS)).isEqualTo(1);
        String name = work(uow -> uow.get(User.class, id).getName());
        assertThat(name).isEqualTo("ann");
    }
}
