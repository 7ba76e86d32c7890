package dev.dovetail.testing.contract.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.UnloadedAssociationException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Ids that are references, or taken from them. */
public interface DerivedIdContract extends Mapped {

    private Trips trips() {
        return persistence().repository(Trips.class);
    }

    private Days days() {
        return persistence().repository(Days.class);
    }

    private Seats seats() {
        return persistence().repository(Seats.class);
    }

    private Reports reports() {
        return persistence().repository(Reports.class);
    }

    private Trip trip() {
        return trips().insert(new Trip(null, 3));
    }

    @Test
    default void anIdOfSeveralAttributesIsFoundByItsClass() {
        Trip trip = trip();
        days().insert(new Day(trip, 1, "walk"));
        days().insert(new Day(trip, 2, "rest"));
        Day found = days().findById(new DayId(trip.id, 2)).orElseThrow();
        assertThat(found.plan).isEqualTo("rest");
        assertThat(days().findById(new DayId(trip.id, 3))).isEmpty();
        assertThat(days().of(trip)).extracting(day -> day.number).containsExactly(1, 2);
        assertThat(days().longerThan(3)).hasSize(2);
        assertThat(days().longerThan(4)).isEmpty();
    }

    @Test
    default void anEntityWithAReferenceInItsIdIsChangedAndDeleted() {
        Trip trip = trip();
        Day day = days().insert(new Day(trip, 1, "walk"));
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> days().insert(new Day(trip, 1, "again")));
        tx().run(() -> days().findById(new DayId(trip.id, 1)).orElseThrow().plan = "swim");
        assertThat(days().of(trip)).extracting(each -> each.plan).containsExactly("swim");
        day.plan = "stale";
        assertThatExceptionOfType(StaleEntityException.class).isThrownBy(() -> days().update(day));
        Day current = days().findById(new DayId(trip.id, 1)).orElseThrow();
        current.plan = "read";
        days().update(current);
        assertThat(days().of(trip)).extracting(each -> each.plan).containsExactly("read");
        days().delete(days().findById(new DayId(trip.id, 1)).orElseThrow());
        assertThat(days().of(trip)).isEmpty();
    }

    @Test
    default void anEntityWithAReferenceInItsIdIsDeletedByItsId() {
        Trip trip = trip();
        Trip other = trip();
        days().insert(new Day(trip, 1, "walk"));
        days().insert(new Day(trip, 2, "rest"));
        days().insert(new Day(other, 1, "swim"));
        days().deleteById(new DayId(trip.id, 1));
        assertThat(days().remove(new DayId(trip.id, 2))).isEqualTo(1);
        assertThat(days().remove(new DayId(trip.id, 2))).isZero();
        assertThat(days().findAll()).extracting(day -> day.plan).containsExactly("swim");
    }

    @Test
    default void whatAReferenceInAnIdLeadsToIsLoaded() {
        Site site = persistence().repository(Sites.class).insert(new Site("at", 1, "Vienna"));
        Trip trip = trips().insert(new Trip(site, 3));
        days().insert(new Day(trip, 1, "walk"));
        days().insert(new Day(trip(), 2, "rest"));
        assertThat(days().withSites())
                .extracting(day -> {
                    Trip loaded = Objects.requireNonNull(day.trip);
                    Site there = loaded.getSite();
                    return loaded.getDays() + (there == null ? "" : String.valueOf(there.getName()));
                })
                .containsExactly("3Vienna", "3");
    }

    @Test
    default void whatWasDeletedIsSavedAgain() {
        Trip trip = trip();
        tx().run(() -> {
            Day day = days().insert(new Day(trip, 1, "walk"));
            days().delete(day);
            assertThat(days().save(day).plan).isEqualTo("walk");
        });
        tx().run(() -> {
            Day day = days().findById(new DayId(trip.id, 1)).orElseThrow();
            days().delete(day);
            day.plan = "again";
            days().save(day);
        });
        assertThat(days().findAll()).extracting(day -> day.plan).containsExactly("again");
        Day detached = days().findById(new DayId(trip.id, 1)).orElseThrow();
        days().delete(detached);
        days().save(detached);
        assertThat(days().findAll()).hasSize(1);
    }

    @Test
    default void aReferenceInAnIdRaisesUntilItIsLoaded() {
        Trip trip = trip();
        days().insert(new Day(trip, 1, "walk"));
        tx().run(() -> {
            Day day = days().findById(new DayId(trip.id, 1)).orElseThrow();
            Trip lazy = Objects.requireNonNull(day.trip);
            assertThatExceptionOfType(UnloadedAssociationException.class)
                    .isThrownBy(lazy::getDays)
                    .withMessageStartingWith("Day.trip is not loaded, in Day with id day 1 of " + trip.id + ".");
            assertThat(trips().findById(Objects.requireNonNull(trip.id))).containsSame(lazy);
            assertThat(lazy.getDays()).isEqualTo(3);
        });
    }

    @Test
    default void aPartOfAnIdIsTakenFromAReference() {
        Trip trip = trip();
        Seat seat = seats().insert(new Seat(trip, 4, "Ann"));
        assertThat(seat.id.trip).isEqualTo(trip.id);
        seats().insert(new Seat(trip, 2, "Bob"));
        assertThat(seats().findById(new SeatId(trip.id, 4)).orElseThrow().guest).isEqualTo("Ann");
        assertThat(seats().of(trip)).extracting(each -> each.guest).containsExactly("Bob", "Ann");
        assertThat(seats().numbered(2)).extracting(each -> each.guest).containsExactly("Bob");
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> seats().insert(new Seat(trip, 4, "Cid")));
        seat.guest = "Anna";
        seats().update(seat);
        assertThat(seats().findById(new SeatId(trip.id, 4)).orElseThrow().guest).isEqualTo("Anna");
    }

    @Test
    default void anEntityHasTheIdOfAnother() {
        Trip trip = trip();
        Report report = reports().insert(new Report(trip, "fine"));
        assertThat(report.id).isEqualTo(trip.id);
        assertThat(reports().about(trip).orElseThrow().text).isEqualTo("fine");
        tx().run(() -> reports().findById(Objects.requireNonNull(trip.id)).orElseThrow().text = "good");
        assertThat(reports().about(trip).orElseThrow().text).isEqualTo("good");
        reports().deleteById(Objects.requireNonNull(trip.id));
        assertThat(reports().about(trip)).isEmpty();
    }

    @Test
    default void whatIsInsertedInOneTransactionHasTheIdOfTheOther() {
        tx().run(() -> {
            Trip trip = trip();
            reports().insert(new Report(trip, "fine"));
            assertThat(reports().findById(Objects.requireNonNull(trip.id)).orElseThrow().trip)
                    .isSameAs(trip);
        });
        assertThat(reports().findAll()).hasSize(1);
    }

    @Test
    default void anIdWithAPartThatIsUnsetIsThatOfNoRow() {
        days().insert(new Day(trip(), 1, "walk"));
        assertThat(days().findById(new DayId(null, 1))).isEmpty();
        days().deleteById(new DayId(null, 1));
        assertThat(days().findAll()).hasSize(1);
    }

    @Test
    default void whatIsRefusedHasNoIdThatItWouldTakeFromAnother() {
        Trip trip = trip();
        reports().insert(new Report(trip, "fine"));
        Report second = new Report(trip, "better");
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> reports().insert(second));
        assertThat(second.id).isNull();
        Report tooLong = new Report(trip(), "x".repeat(300));
        assertThatExceptionOfType(ValueTooLongException.class)
                .isThrownBy(() -> reports().insert(tooLong));
        assertThat(tooLong.id).isNull();
        Report takenBack = new Report(trip(), "good");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> tx().run(() -> {
                    reports().insert(takenBack);
                    throw new IllegalStateException("taken back");
                }));
        assertThat(takenBack.id).isNull();
        assertThat(reports().insert(takenBack).id).isNotNull();
    }

    @Test
    default void whatIsRefusedKeepsTheIdThatItHadBefore() {
        Report report = reports().insert(new Report(trip(), "fine"));
        Long id = report.id;
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> reports().insert(report));
        assertThat(report.id).isEqualTo(id);
        report.text = "better";
        reports().save(report);
        assertThat(reports().findAll()).extracting(each -> each.text).containsExactly("better");
    }
}
