package dev.dovetail.testing.contract.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.ChildExistsException;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.NullValueException;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.TransientReferenceException;
import dev.dovetail.repository.UnloadedAssociationException;
import jakarta.data.Order;
import jakarta.data.Sort;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Ids of several columns, and references to them. */
public interface CompositeIdContract extends Mapped {

    private Sites sites() {
        return persistence().repository(Sites.class);
    }

    private Trips trips() {
        return persistence().repository(Trips.class);
    }

    private Site vienna() {
        return sites().insert(new Site("at", 1, "Vienna"));
    }

    @Test
    default void embeddedIdsAreKeysOfUpserts() {
        Sites sites = persistence().repository(Sites.class);
        sites.insert(new Site("CH", 1, "Matterhorn"));
        Site upserted = sites.upsert(new Site("CH", 1, "Cervino"));
        assertThat(upserted.name).isEqualTo("Cervino");
        assertThat(sites.upsert(new Site("CH", 2, "Eiger")).id).isEqualTo(new SiteId("CH", 2));
        assertThat(sites.byName(List.of(new Site("FR", 9, "Eiger"), new Site("FR", 3, "Mont Blanc"))))
                .isEqualTo(2);
        assertThat(sites.sorted())
                .extracting(site -> site.id)
                .containsExactly(new SiteId("CH", 1), new SiteId("CH", 2), new SiteId("FR", 3));
    }

    @Test
    default void anEntityIsFoundByItsWholeId() {
        vienna();
        sites().insert(new Site("at", 2, "Graz"));
        Site found = sites().findById(new SiteId("at", 2)).orElseThrow();
        assertThat(found.name).isEqualTo("Graz");
        assertThat(found.id).isEqualTo(new SiteId("at", 2));
        assertThat(sites().findById(new SiteId("ch", 2))).isEmpty();
        assertThat(sites().by(new SiteId("at", 1)))
                .extracting(site -> site.name)
                .containsExactly("Vienna");
        sites().deleteById(new SiteId("at", 2));
        assertThat(sites().findById(new SiteId("at", 2))).isEmpty();
    }

    @Test
    default void anIdIsOneObjectInATransaction() {
        vienna();
        tx().run(() -> {
            Site found = sites().findById(new SiteId("at", 1)).orElseThrow();
            assertThat(sites().named("Vienna")).containsSame(found);
            assertThat(sites().by(new SiteId("at", 1))).containsExactly(found);
            found.name = "Wien";
        });
        assertThat(sites().named("Wien")).isPresent();
    }

    @Test
    default void anIdIsThereOnce() {
        vienna();
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> sites().insert(new Site("at", 1, "Other")));
        sites().save(new Site("at", 1, "Wien"));
        sites().update(new Site("at", 1, "Vindobona"));
        assertThat(sites().sorted()).extracting(site -> site.name).containsExactly("Vindobona");
        assertThatExceptionOfType(StaleEntityException.class)
                .isThrownBy(() -> sites().update(new Site("at", 7, "Nowhere")))
                .withMessageContaining("SiteId[country=at, number=7]");
        assertThatExceptionOfType(NullValueException.class).isThrownBy(() -> sites().insert(new Site("at", 3, null)));
    }

    @Test
    default void entitiesAreFoundAndSortedByPartsOfTheId() {
        sites().insert(new Site("ch", 1, "Bern"));
        sites().insert(new Site("at", 2, "Graz"));
        vienna();
        assertThat(sites().sorted()).extracting(site -> site.name).containsExactly("Vienna", "Graz", "Bern");
        assertThat(sites().in("at")).extracting(site -> site.name).containsExactly("Vienna", "Graz");
        assertThat(sites().all(Order.by(Sort.desc("id.number"), Sort.desc("id.country"))))
                .extracting(site -> site.name)
                .containsExactly("Graz", "Bern", "Vienna");
    }

    @Test
    default void aReferenceIsFollowedByAllItsColumns() {
        Site vienna = vienna();
        Site bern = sites().insert(new Site("ch", 1, "Bern"));
        trips().insert(new Trip(vienna, 3));
        trips().insert(new Trip(bern, 2));
        trips().insert(new Trip(null, 1));
        assertThat(trips().to(bern)).extracting(Trip::getDays).containsExactly(2);
        assertThat(trips().to(null)).extracting(Trip::getDays).containsExactly(1);
        assertThat(trips().into("at")).extracting(Trip::getDays).containsExactly(3);
        assertThat(trips().toNamed("Bern")).extracting(Trip::getDays).containsExactly(2);
        assertThat(trips().withSites())
                .extracting(trip -> trip.site == null ? null : trip.site.getName())
                .containsExactly(null, "Bern", "Vienna");
    }

    @Test
    default void anUnloadedReferenceKnowsItsIdAndRaises() {
        trips().insert(new Trip(vienna(), 3));
        tx().run(() -> {
            Trip trip = trips().findAll().findFirst().orElseThrow();
            Site site = Objects.requireNonNull(trip.site);
            assertThat(site.getId()).isEqualTo(new SiteId("at", 1));
            assertThatExceptionOfType(UnloadedAssociationException.class)
                    .isThrownBy(site::getName)
                    .withMessageStartingWith("Trip.site is not loaded, in Trip with id " + trip.id + ".");
            assertThat(sites().findById(new SiteId("at", 1))).containsSame(site);
            assertThat(site.getName()).isEqualTo("Vienna");
        });
        tx().run(() -> {
            Site site = sites().findById(new SiteId("at", 1)).orElseThrow();
            assertThatExceptionOfType(UnloadedAssociationException.class)
                    .isThrownBy(() -> site.trips.size())
                    .withMessageStartingWith("Site.trips is not loaded, in Site with id SiteId[country=at, number=1].")
                    .satisfies(unloaded -> assertThat(unloaded.id()).isEqualTo(new SiteId("at", 1)));
        });
    }

    @Test
    default void foreignKeysAreKept() {
        Site vienna = vienna();
        Site gone = sites().insert(new Site("ch", 1, "Bern"));
        sites().delete(gone);
        assertThatExceptionOfType(TransientReferenceException.class)
                .isThrownBy(() -> trips().insert(new Trip(gone, 1)));
        Site other = new Site("de", 1, "Bonn");
        other.neighbours.add(vienna);
        sites().insert(other);
        assertThatExceptionOfType(ChildExistsException.class).isThrownBy(() -> sites().delete(vienna));
        sites().delete(other);
        sites().delete(vienna);
        assertThat(sites().sorted()).isEmpty();
    }

    @Test
    default void partsAreInsertedAndDeletedWithTheirOwner() {
        Site vienna = new Site("at", 1, "Vienna");
        vienna.trips.add(new Trip(vienna, 2));
        vienna.trips.add(new Trip(vienna, 5));
        sites().insert(vienna);
        assertThat(trips().to(vienna)).extracting(Trip::getDays).containsExactly(2, 5);
        tx().run(() ->
                sites().withTrips(new SiteId("at", 1)).orElseThrow().trips.removeIf(trip -> trip.days == 2));
        assertThat(trips().to(vienna)).extracting(Trip::getDays).containsExactly(5);
        sites().deleteById(new SiteId("at", 1));
        assertThat(trips().to(vienna)).isEmpty();
    }

    @Test
    default void linksAreOfAllColumnsOnBothSides() {
        Site vienna = vienna();
        Site graz = new Site("at", 2, "Graz");
        graz.neighbours.add(vienna);
        sites().insert(graz);
        Site bern = new Site("ch", 1, "Bern");
        bern.neighbours.add(graz);
        sites().insert(bern);
        Site found = sites().withNeighbours(new SiteId("ch", 1)).orElseThrow();
        Site neighbour = found.neighbours.iterator().next();
        assertThat(neighbour.getName()).isEqualTo("Graz");
        found.neighbours.clear();
        found.neighbours.add(vienna);
        sites().update(found);
        assertThat(sites().withNeighbours(new SiteId("ch", 1)).orElseThrow().neighbours)
                .extracting(Site::getName)
                .containsExactly("Vienna");
    }
}
