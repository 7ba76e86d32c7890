package dev.dovetail.testing.contract.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.NullValueException;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.UnloadedAssociationException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Converted values, listeners, times as versions, generated ids, inherited attributes; loading without being asked. */
public interface ValueContract extends Mapped {

    private Devices devices() {
        return persistence().repository(Devices.class);
    }

    private Device device(String name) {
        Maker maker = persistence().repository(Makers.class).insert(new Maker());
        return new Device(name, maker);
    }

    private static UUID id(Device device) {
        return Objects.requireNonNull(device.id);
    }

    @Test
    default void convertedValuesAreFoundSortedAndUnique() {
        Device red = device("red");
        red.colour = new Colour(255, 0, 0);
        red.price = new Money(200);
        devices().insert(red);
        Device blue = device("blue");
        blue.colour = new Colour(0, 0, 255);
        blue.price = new Money(30);
        devices().insert(blue);
        devices().insert(device("none"));
        assertThat(devices().coloured(new Colour(0, 0, 255)))
                .extracting(device -> device.name)
                .containsExactly("blue");
        assertThat(devices().coloured(null)).extracting(device -> device.name).containsExactly("none");
        assertThat(devices().sorted())
                .extracting(device -> device.price)
                .containsExactly(new Money(30), new Money(200), null);
        assertThat(devices().costing(new Money(200)).get(0).colour).isEqualTo(new Colour(255, 0, 0));
        Device same = device("same");
        same.colour = new Colour(255, 0, 0);
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> devices().insert(same));
        Device tooLong = device("long");
        tooLong.colour = new Colour(255, 255, 255);
        assertThatExceptionOfType(ValueTooLongException.class)
                .isThrownBy(() -> devices().insert(tooLong));
    }

    @Test
    default void convertedValuesAreKeysOfUpserts() {
        Device red = device("red");
        red.colour = new Colour(255, 0, 0);
        red.price = new Money(200);
        Device inserted = devices().upsert(red);
        Instant first = Objects.requireNonNull(inserted.changed);
        while (!Instant.now().isAfter(first.plusMillis(2))) {
            Thread.onSpinWait();
        }
        Device other = device("other");
        other.colour = new Colour(255, 0, 0);
        Device updated = devices().upsert(other);

        assertThat(updated.id).isEqualTo(inserted.id);
        assertThat(updated.name).isEqualTo("other");
        assertThat(updated.price).isNull();
        assertThat(updated.changed).isAfter(first);
        assertThat(devices().findAll()).hasSize(1);
    }

    @Test
    default void convertedValuesAreElements() {
        Device device = device("cheap");
        device.discounts.add(new Money(5));
        UUID id = id(devices().insert(device));
        tx().run(() -> {
            Device found = devices().withDiscounts(id).orElseThrow();
            assertThat(found.discounts).containsExactly(new Money(5));
            found.discounts.add(new Money(7));
        });
        assertThat(devices().withDiscounts(id).orElseThrow().discounts)
                .containsExactlyInAnyOrder(new Money(5), new Money(7));
    }

    @Test
    default void pointsInTimeStayTheSameInEachType() {
        Moments moments = persistence().repository(Moments.class);
        ZonedDateTime winter = ZonedDateTime.of(2026, 1, 31, 23, 30, 0, 250_000_000, ZoneId.of("America/New_York"));
        ZonedDateTime summer = ZonedDateTime.of(2026, 7, 1, 0, 30, 0, 0, ZoneId.of("Asia/Tokyo"));
        moments.insertAll(List.of(new Moment(1, summer), new Moment(2, winter)));
        Moment found = moments.findById(2).orElseThrow();
        assertThat(found.instant).isEqualTo(winter.toInstant());
        assertThat(Objects.equals(found.shifted, winter.toInstant().atOffset(ZoneOffset.UTC)))
                .as("in UTC: " + found.shifted)
                .isTrue();
        assertThat(Objects.equals(found.zoned, winter.toInstant().atZone(ZoneOffset.UTC)))
                .as("in UTC: " + found.zoned)
                .isTrue();
        assertThat(moments.at(winter.withZoneSameInstant(ZoneOffset.UTC).toOffsetDateTime()))
                .hasSize(1);
        assertThat(moments.zonedAt(summer.withZoneSameInstant(ZoneOffset.UTC))).hasSize(1);
        assertThat(moments.after(winter.toOffsetDateTime(), winter))
                .extracting(moment -> moment.id)
                .containsExactly(1);
        assertThat(moments.byShifted()).extracting(moment -> moment.id).containsExactly(2, 1);
    }

    private static Moment fineMoment() {
        return new Moment(1, ZonedDateTime.of(2026, 1, 31, 23, 30, 0, 123_456_789, ZoneOffset.UTC));
    }

    @Test
    default void whatIsFinerThanItsColumnIsAChangeWhenItIsUpdatedOnceMore() {
        Moments moments = persistence().repository(Moments.class);
        Moment fine = moments.insert(fineMoment());
        assertThat(fine.version).isZero();
        tx().run(() -> moments.update(fine));
        assertThat(moments.findById(1).orElseThrow().version).isEqualTo(1);
        Moment kept = moments.findById(1).orElseThrow();
        assertThat(moments.update(kept).version).isEqualTo(1);
    }

    @Test
    default void whatWasWrittenIsNoChangeWhateverItsColumnKeeps() {
        Moments moments = persistence().repository(Moments.class);
        tx().run(() -> {
            Moment fine = moments.insert(fineMoment());
            assertThat(moments.update(fine).version).isZero();
        });
        assertThat(moments.findById(1).orElseThrow().version).isZero();
    }

    @Test
    default void afterAStatementManagedEntitiesShowWhatTheirColumnsKeep() {
        Moments moments = persistence().repository(Moments.class);
        tx().run(() -> {
            Moment fine = moments.insert(fineMoment());
            Instant given = fine.instant;
            assertThat(moments.changeNone()).isZero();
            assertThat(fine.instant).isBefore(given);
        });
    }

    @Test
    default void listenersAreCalledBeforeTheMethodsOfTheEntity() {
        Device device = devices().insert(device("watched"));
        assertThat(device.calls).containsExactly("listener", "superclass", "own", "inserted");
        tx().run(() -> {
            Device found = devices().findById(id(device)).orElseThrow();
            found.name = "changed";
            devices().update(found);
            assertThat(found.calls).containsSubsequence("loaded", "update");
            devices().delete(found);
            assertThat(found.calls).endsWith("remove");
        });
    }

    @Test
    default void aTimeIsAVersion() {
        Device device = devices().insert(device("first"));
        Instant inserted = Objects.requireNonNull(device.changed);
        Device detached = devices().findById(id(device)).orElseThrow();
        while (!Instant.now().isAfter(inserted.plusMillis(2))) {
            Thread.onSpinWait();
        }
        tx().run(() -> devices().findById(id(device)).orElseThrow().name = "second");
        assertThat(devices().findById(id(device)).orElseThrow().changed).isAfter(inserted);
        detached.name = "third";
        assertThatExceptionOfType(StaleEntityException.class)
                .isThrownBy(() -> devices().update(detached));
        assertThat(devices().findById(id(device)).orElseThrow().name).isEqualTo("second");
    }

    @Test
    default void inheritedAttributesKeepTheRulesOfTheirColumns() {
        assertThatExceptionOfType(ValueTooLongException.class)
                .isThrownBy(() -> devices().insert(device("x".repeat(11))));
        assertThatExceptionOfType(NullValueException.class)
                .isThrownBy(() -> devices().insert(new Device("nobody's", null)));
    }

    @Test
    default void associationsLoadThemselvesWhereThatIsAllowed() {
        Device device = devices().insert(device("lazy"));
        tx().run(() -> {
            Device found = devices().findById(id(device)).orElseThrow();
            assertThatExceptionOfType(UnloadedAssociationException.class).isThrownBy(() -> found.discounts.size());
            int size = persistence().allowLazyLoading(() -> found.discounts.size());
            assertThat(size).isZero();
            assertThatExceptionOfType(UnloadedAssociationException.class)
                    .isThrownBy(() -> Objects.requireNonNull(found.maker).getName());
            assertThat(persistence()
                            .<String, RuntimeException>allowLazyLoading(
                                    () -> Objects.requireNonNull(found.maker).getName()))
                    .isEmpty();
        });
        Device detached = devices().findById(id(device)).orElseThrow();
        assertThatExceptionOfType(UnloadedAssociationException.class)
                .isThrownBy(() -> persistence().allowLazyLoading(() -> detached.discounts.size()));
    }
}
