package dev.dovetail.orm.testing;

import static dev.dovetail.testing.persistence.PersistenceKind.POSTGRESQL;
import static dev.dovetail.testing.persistence.PersistenceKind.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.memory.InMemoryPersistence;
import dev.dovetail.testing.differential.DifferenceError;
import dev.dovetail.testing.differential.Differential;
import dev.dovetail.testing.persistence.OnEveryPersistence;
import org.junit.jupiter.api.Test;

@OnEveryPersistence(
        entities = Member.class,
        on = {SQLITE, POSTGRESQL})
class DifferentialRunTest {

    @Test
    void theSameCallsDoTheSame(Differential differential) {
        // README differential
        differential.run(persistence -> {
            Members members = persistence.repository(Members.class);
            Member ann = members.insert(new Member("ann@example.com", "Ann"));
            members.insert(new Member("bob@example.com", "Bob"));
            persistence.transactor().run(() -> members.delete(ann));
            members.list();
            members.insert(new Member("bob@example.com", "Bob again")); // fails, in the same way
        });
        // end
    }

    @Test
    void aResultThatDiffersIsShownWithTheCallsBefore(Persistence real) {
        InMemoryPersistence fake = InMemoryPersistence.of(Member.class);
        fake.repository(Members.class).insert(new Member("eve@example.com", "Eve"));

        assertThatExceptionOfType(DifferenceError.class)
                .isThrownBy(() -> Differential.of(fake, real).ignoringIds().run(persistence -> {
                    Members members = persistence.repository(Members.class);
                    members.insert(new Member("ann@example.com", "Ann"));
                    members.list();
                }))
                .withMessageContaining("Members.list(…)")
                .withMessageContaining("fake: [Member{version=0, email=ann@example.com, name=Ann},"
                        + " Member{version=0, email=eve@example.com, name=Eve}]")
                .withMessageContaining("real: [Member{version=0, email=ann@example.com, name=Ann}]")
                .withMessageContaining("after, on both:\n    Members.insert(…) ->")
                .withMessageContaining("DVT-804");
    }

    @Test
    void anExceptionOfOneSideIsShown(Persistence real) {
        InMemoryPersistence fake = InMemoryPersistence.of(Member.class);
        real.repository(Members.class).insert(new Member("ann@example.com", "Ann"));

        assertThatExceptionOfType(DifferenceError.class)
                .isThrownBy(() -> Differential.of(fake, real)
                        .run(persistence ->
                                persistence.repository(Members.class).insert(new Member("ann@example.com", "Ann"))))
                .withMessageContaining("Members.insert(Member{id=null, version=0, email=ann@example.com, name=Ann})")
                .withMessageContaining("fake: Member{id=1, ")
                .withMessageContaining("real: throws dev.dovetail.core.error.DuplicateKeyException: ");
    }

    @Test
    void anIdThatDiffersIsSeen(Persistence real) {
        InMemoryPersistence fake = InMemoryPersistence.of(Member.class);
        Members members = fake.repository(Members.class);
        members.delete(members.insert(new Member("eve@example.com", "Eve")));

        assertThatExceptionOfType(DifferenceError.class)
                .isThrownBy(() -> Differential.of(fake, real)
                        .run(persistence ->
                                persistence.repository(Members.class).insert(new Member("ann@example.com", "Ann"))))
                .withMessageContaining("fake: Member{id=2, ")
                .withMessageContaining("real: Member{id=1, ");
    }

    @Test
    void whatTheBlockItselfThrowsIsTheSameToo(Differential differential) {
        differential.run(persistence -> {
            throw new IllegalStateException("on purpose");
        });
        assertThatExceptionOfType(DifferenceError.class)
                .isThrownBy(() -> differential.run(persistence -> {
                    if (alternates()) {
                        throw new IllegalStateException("only once");
                    }
                }))
                .withMessageContaining("the end of the block")
                .withMessageContaining("throws java.lang.IllegalStateException: only once");
    }

    @Test
    void aCommitThatFailsOnOneSideIsSeen(Persistence real) {
        InMemoryPersistence fake = InMemoryPersistence.of(Member.class);
        fake.transactor().failNextCommit();

        assertThatExceptionOfType(DifferenceError.class)
                .isThrownBy(() -> Differential.of(fake, real).run(persistence -> {
                    Members members = persistence.repository(Members.class);
                    persistence.transactor().run(() -> members.insert(new Member("ann@example.com", "Ann")));
                }))
                .withMessageContaining("\n  the end of a transaction\n    fake: throws ")
                .withMessageContaining("\n    real: reached");
    }

    @Test
    void anAssertionThatFailsOnBothIsThatOfTheTest(Differential differential) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> differential.run(persistence -> {
                    throw new AssertionError("the user's own");
                }))
                .withMessage("the user's own");
    }

    private boolean once;

    private boolean alternates() {
        once = !once;
        return once;
    }

    @Test
    void thePersistenceOfTheBlockStaysOpen(Differential differential, Members members) {
        differential.run(Persistence::close);

        assertThat(members.findAll()).isEmpty();
    }
}
