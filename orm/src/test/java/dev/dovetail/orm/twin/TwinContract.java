package dev.dovetail.orm.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.dovetail.core.error.CheckFailedException;
import dev.dovetail.core.error.ChildExistsException;
import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.TransientReferenceException;
import dev.dovetail.repository.UnloadedAssociationException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Hibernate's own annotations do, on the fake as on databases. */
abstract class TwinContract {
    static final Class<?>[] ENTITIES = {Club.class, Member.class, Locker.class, Fee.class};

    final SettableClock clock;

    TwinContract(SettableClock clock) {
        this.clock = clock;
    }

    abstract Persistence persistence();

    private Clubs clubs() {
        return persistence().repository(Clubs.class);
    }

    private Members members() {
        return persistence().repository(Members.class);
    }

    private Lockers lockers() {
        return persistence().repository(Lockers.class);
    }

    private Fees fees() {
        return persistence().repository(Fees.class);
    }

    @BeforeEach
    void aClubOfTwo() {
        clock.set("2026-03-01T23:30:00Z");
        persistence().transactor().run(() -> {
            fees().deleteAll(fees().findAll().toList());
            lockers().deleteAll(lockers().findAll().toList());
            members().deleteAll(members().findAll().toList());
            clubs().deleteAll(clubs().findAll().toList());
            Club club = clubs().insert(new Club("chess"));
            Member one = members().insert(new Member(1, club));
            members().insert(new Member(2, club));
            lockers().insert(new Locker(1, one));
        });
    }

    @Test
    void onDeleteCascadeAndSetNullReachWhatIsNotLoaded() {
        clubs().deleteById("chess");
        assertThat(members().findAll()).isEmpty();
        assertThat(lockers().findById(1))
                .get()
                .extracting(locker -> locker.member)
                .isNull();
    }

    @Test
    void whatIsManagedShowsWhatTheForeignKeysDid() {
        persistence().transactor().run(() -> {
            Locker locker = lockers().findById(1).orElseThrow();
            Member two = members().findById(2).orElseThrow();
            Club other = clubs().insert(new Club("go"));
            clubs().deleteById("chess");
            assertThat(locker.member).isNull();
            assertThat(members().findById(2)).isEmpty();
            // Nobody writes it any more.
            two.nick = "nobody";
            two.club = other;
        });
        assertThat(members().findAll()).isEmpty();
        assertThat(clubs().findAll()).extracting(club -> club.name).containsExactly("go");
    }

    @Test
    void aRollbackBringsBackWhatTheForeignKeysTook() {
        persistence().transactor().run(() -> {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> persistence().transactor().nested().run(() -> {
                        clubs().deleteById("chess");
                        assertThat(members().findAll()).isEmpty();
                        throw new IllegalStateException("taken back");
                    }));
            assertThat(members().findAll()).hasSize(2);
        });
        assertThat(lockers().findById(1))
                .get()
                .extracting(locker -> locker.member)
                .isNotNull();
    }

    @Test
    void onDeleteRestrictRefuses() {
        fees().insert(new Fee(1, members().findById(2).orElseThrow()));
        assertThatExceptionOfType(ChildExistsException.class).isThrownBy(() -> clubs().deleteById("chess"));
        assertThatExceptionOfType(ChildExistsException.class)
                .isThrownBy(() -> members().deleteById(2));
        assertThat(members().findAll()).hasSize(2);
    }

    @Test
    void whoIsLoadedGoesWithHisClubAlsoWhenHeHoldsIt() {
        persistence().transactor().run(() -> {
            Club club = clubs().withMembers("chess").orElseThrow();
            assertThat(club.members).hasSize(2).allMatch(member -> member.club == club);
            clubs().delete(club);
            assertThat(members().findById(1)).isEmpty();
        });
        assertThat(members().findAll()).isEmpty();
    }

    @Test
    void whatIsManagedMustNotHoldWhatIsDeletedAndWouldBecomeNull() {
        assertThatExceptionOfType(TransientReferenceException.class)
                .isThrownBy(() -> persistence().transactor().run(() -> {
                    Member one = members().findById(1).orElseThrow();
                    assertThat(lockers().findById(1).orElseThrow().member).isSameAs(one);
                    members().delete(one);
                }))
                .withMessageContaining("Locker.member");
        persistence().transactor().run(() -> {
            Member one = members().findById(1).orElseThrow();
            Locker locker = lockers().findById(1).orElseThrow();
            locker.member = null;
            members().delete(one);
        });
        assertThat(lockers().findById(1))
                .get()
                .extracting(locker -> locker.member)
                .isNull();
    }

    @Test
    void sortedCollectionsAreSortedAndWritten() {
        Club go = new Club("go");
        go.rooms.addAll(List.of("c", "a", "b"));
        go.prizes.addAll(List.of("c", "a", "b"));
        go.years.putAll(Map.of(2, "two", 1, "one", 3, "three"));
        clubs().insert(go);
        members().insert(new Member(8, go));
        members().insert(new Member(9, go));
        persistence().transactor().run(() -> {
            Club found = clubs().whole("go").orElseThrow();
            assertThat(found.rooms).containsExactly("a", "b", "c");
            assertThat(found.rooms.first()).isEqualTo("a");
            assertThat(found.rooms.headSet("c")).containsExactly("a", "b");
            assertThat(found.prizes).containsExactly("c", "b", "a");
            assertThat(found.years).containsExactly(entry(1, "one"), entry(2, "two"), entry(3, "three"));
            assertThat(found.years.tailMap(2)).hasSize(2);
            assertThat(found.byNumber.keySet()).containsExactly(9, 8);
            found.rooms.add("aa");
            found.prizes.remove("b");
            found.years.put(0, "zero");
        });
        Club again = clubs().whole("go").orElseThrow();
        assertThat(again.rooms).containsExactly("a", "aa", "b", "c");
        assertThat(again.prizes).containsExactly("c", "a");
        assertThat(again.years.firstKey()).isZero();
        assertThatExceptionOfType(UnloadedAssociationException.class)
                .isThrownBy(() -> clubs().findById("go").orElseThrow().rooms.first());
        assertThatExceptionOfType(UnloadedAssociationException.class)
                .isThrownBy(() -> clubs().findById("go").orElseThrow().years.lastKey());
    }

    @Test
    void timesOfCreationAndChangeAreThoseOfTheClock() {
        Member one = members().findById(1).orElseThrow();
        assertThat(one.joined).isEqualTo("2026-03-01T23:30:00Z");
        assertThat(one.changed).isEqualTo("2026-03-01T23:30:00Z");
        assertThat(one.joinedOn).isEqualTo(LocalDate.of(2026, 3, 1));
        clock.set("2026-03-02T08:00:00.25Z");
        persistence().transactor().run(() -> {
            Member managed = members().findById(1).orElseThrow();
            managed.nick = "rook";
            managed.changed = Instant.EPOCH;
        });
        Member changed = members().findById(1).orElseThrow();
        assertThat(changed.joined).isEqualTo("2026-03-01T23:30:00Z");
        assertThat(changed.joinedOn).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(changed.changed).isEqualTo("2026-03-02T08:00:00.250Z");
    }

    @Test
    void whatIsNotChangedKeepsItsTime() {
        clock.set("2026-03-02T08:00:00Z");
        Member one = members().findById(1).orElseThrow();
        members().update(one);
        assertThat(members().findById(1).orElseThrow().changed).isEqualTo("2026-03-01T23:30:00Z");
    }

    @Test
    void queriesAskTheClock() {
        assertThat(members().findById(1).orElseThrow().seen).isEqualTo(LocalDateTime.of(2026, 3, 1, 23, 30));
        assertThat(members().joinedToday()).isEqualTo(2);
        assertThat(members().seenBefore()).isEqualTo(2);
        clock.set("2026-03-02T08:00:00Z");
        assertThat(members().joinedToday()).isZero();
        clock.set("2026-03-01T23:29:59Z");
        assertThat(members().joinedToday()).isEqualTo(2);
        assertThat(members().seenBefore()).isZero();
    }

    @Test
    void versionsThatAreTimesAskTheClock() {
        Fee fee = fees().insert(new Fee(7, null));
        assertThat(fee.version).isEqualTo("2026-03-01T23:30:00Z");
        clock.set("2026-03-02T08:00:00Z");
        persistence().transactor().run(() -> fees().findById(7).orElseThrow().cents = 5);
        assertThat(fees().findById(7).orElseThrow().version).isEqualTo("2026-03-02T08:00:00Z");
        assertThatExceptionOfType(StaleEntityException.class).isThrownBy(() -> fees().update(fee));
    }

    @Test
    void noExceptionShowsWhatIsSecret() {
        Member one = new Member(3, null);
        one.pass = "geheim3";
        members().insert(one);
        Member same = new Member(4, null);
        same.pass = "geheim3";
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> members().insert(same))
                .satisfies(failure -> isSilent(failure, failure.details()));
        same.pass = "geheim4geheim4";
        assertThatExceptionOfType(ValueTooLongException.class)
                .isThrownBy(() -> members().insert(same))
                .satisfies(failure -> isSilent(failure, failure.details()));
        same.pass = "ge";
        assertThatExceptionOfType(CheckFailedException.class)
                .isThrownBy(() -> members().insert(same))
                .satisfies(failure -> isSilent(failure, failure.details()));
    }

    private static void isSilent(Throwable failure, ConstraintDetails details) {
        assertThat(details.values()).doesNotContainKey("pass");
        for (Throwable each = failure; each != null; each = each.getCause()) {
            assertThat(each.toString()).doesNotContain("geheim").doesNotContain("'ge'");
        }
    }
}
