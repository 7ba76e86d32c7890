package dev.dovetail.orm.twin;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.OpenPersistence;
import dev.dovetail.repository.Persistence;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** On databases. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class HibernateTwinTest extends TwinContract {
    private static final SettableClock CLOCK = new SettableClock();
    private static @Nullable OpenPersistence open;

    private final OpenPersistence opened = Objects.requireNonNull(open);

    HibernateTwinTest(TestDatabase database) {
        super(CLOCK);
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void openAll(TestDatabase database) {
        open = OpenPersistence.of(database, options -> options.clock(CLOCK), ENTITIES);
        open.persistence().createAll();
    }

    @AfterParameterizedClassInvocation
    static void closeAll() {
        if (open != null) {
            open.close();
        }
    }

    @AfterEach
    void givesEveryConnectionBack() {
        assertThat(opened.db().pool().active()).as("connections still in use").isZero();
    }

    @Test
    void aPlainListThatTheOtherSideOwnsIsMerged() {
        Member one = persistence().repository(Members.class).findById(1).orElseThrow();
        Club plain = new Club("chess");
        plain.members.add(one);
        persistence().transactor().run(() -> {
            Club merged = opened.persistence().unitOfWork().merge(plain);
            assertThat(merged.members).extracting(member -> member.number).containsExactly(1);
        });
        assertThat(persistence().repository(Clubs.class).withMembers("chess"))
                .get()
                .extracting(club -> club.members.size())
                .isEqualTo(2);
    }

    @Override
    Persistence persistence() {
        return opened.persistence();
    }
}
