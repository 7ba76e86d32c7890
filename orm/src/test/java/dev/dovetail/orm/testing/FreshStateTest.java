package dev.dovetail.orm.testing;

import static dev.dovetail.testing.persistence.PersistenceKind.FAKE;
import static dev.dovetail.testing.persistence.PersistenceKind.H2;
import static dev.dovetail.testing.persistence.PersistenceKind.MARIADB;
import static dev.dovetail.testing.persistence.PersistenceKind.POSTGRESQL;
import static dev.dovetail.testing.persistence.PersistenceKind.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.orm.HibernatePersistence;
import dev.dovetail.repository.Outbox;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.memory.InMemoryPersistence;
import dev.dovetail.testing.persistence.OnEveryPersistence;
import dev.dovetail.testing.persistence.PersistenceKind;
import dev.dovetail.testing.persistence.PublishedMessages;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the tests of a class do, each begins with nothing, ids included. */
@OnEveryPersistence(
        entities = Member.class,
        on = {FAKE, SQLITE, POSTGRESQL, H2, MARIADB})
class FreshStateTest {

    private static final Map<PersistenceKind, Persistence> SEEN = new EnumMap<>(PersistenceKind.class);

    private final Members members;

    FreshStateTest(Members members) {
        this.members = members;
    }

    @BeforeEach
    void begins(
            PersistenceKind kind, Persistence persistence, Transactor tx, Outbox outbox, PublishedMessages published) {
        assertThat(persistence).isSameAs(SEEN.computeIfAbsent(kind, unused -> persistence));
        assertThat(members.findAll()).isEmpty();
        assertThat(published.list()).isEmpty();
        tx.run(() -> {
            outbox.add("begun", "first", "{}");
            Member first = members.insert(new Member("first@example.com", "First"));
            assertThat(first.getId()).isEqualTo(1);
        });
    }

    @RepeatedTest(2)
    void messagesAreReadInOrder(Outbox outbox, PublishedMessages published) {
        outbox.add("again", "k", "{}");

        assertThat(published.list()).extracting("topic").containsExactly("begun", "again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@example.com", "b@example.com"})
    void parametersOfJUnitComeBeforeThoseOfTheRun(String email, Transactor tx, PersistenceKind kind) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> tx.run(() -> {
                    members.insert(new Member(email, "taken back"));
                    throw new IllegalStateException("on purpose");
                }));
        assertThat(members.findAll()).hasSize(1);
        assertThat(kind.displayName()).isNotEmpty();
    }

    @Test
    void theKindIsThatOfThePersistence(PersistenceKind kind, Persistence persistence) {
        assertThat(persistence).isInstanceOf(kind == FAKE ? InMemoryPersistence.class : HibernatePersistence.class);
    }

    @Nested
    class Inside {

        @Test
        void nestedClassesBeginAfreshToo(Members mine) {
            assertThat(mine).isSameAs(members);
            assertThat(mine.insert(new Member("second@example.com", "Second")).getId())
                    .isEqualTo(2);
        }

        @Test
        void andLeaveNothing() {
            assertThat(members.findAll()).hasSize(1);
        }
    }
}
