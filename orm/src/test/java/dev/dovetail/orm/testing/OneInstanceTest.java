package dev.dovetail.orm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.testing.persistence.OnEveryPersistence;
import dev.dovetail.testing.persistence.PersistenceKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;

/** With one instance for the class, that is one for all of its runs. */
@OnEveryPersistence(entities = Member.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneInstanceTest {

    private final List<PersistenceKind> runs = new ArrayList<>();
    private int begun;

    @BeforeAll
    void begins() {
        begun++;
    }

    @RepeatedTest(2)
    void eachTestIsFresh(Members members, PersistenceKind kind) {
        runs.add(kind);
        assertThat(members.insert(new Member("ann@example.com", "Ann")).getId()).isEqualTo(1);
    }

    @AfterAll
    void hasSeenEachRunTwice() {
        assertThat(begun).isEqualTo(1);
        Set<PersistenceKind> kinds = EnumSet.copyOf(runs);
        assertThat(kinds).contains(PersistenceKind.FAKE);
        assertThat(runs).hasSize(2 * kinds.size());
    }
}
