package dev.dovetail.orm.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.orm.graph.Circus.Act;
import dev.dovetail.orm.graph.Circus.Acts;
import dev.dovetail.orm.graph.Circus.Animal;
import dev.dovetail.orm.graph.Circus.Animals;
import dev.dovetail.orm.graph.Circus.Artist;
import dev.dovetail.orm.graph.Circus.Artists;
import dev.dovetail.orm.graph.Circus.Beast;
import dev.dovetail.orm.graph.Circus.Driver;
import dev.dovetail.orm.graph.Circus.Drivers;
import dev.dovetail.orm.graph.Circus.Juggler;
import dev.dovetail.orm.graph.Circus.Licence;
import dev.dovetail.orm.graph.Circus.LicenceId;
import dev.dovetail.orm.graph.Circus.Licences;
import dev.dovetail.orm.graph.Circus.Master;
import dev.dovetail.orm.graph.Circus.Masters;
import dev.dovetail.orm.graph.Circus.Pupil;
import dev.dovetail.orm.graph.Circus.Pupils;
import dev.dovetail.orm.graph.Circus.Solo;
import dev.dovetail.orm.graph.Circus.Tent;
import dev.dovetail.orm.graph.Circus.Tents;
import dev.dovetail.orm.graph.Circus.Tiger;
import dev.dovetail.orm.graph.Circus.Tigers;
import dev.dovetail.orm.graph.Circus.Troupe;
import dev.dovetail.orm.graph.Circus.Troupes;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.NoResultException;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.TransientReferenceException;
import dev.dovetail.testing.persistence.OnEveryPersistence;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What cannot be written is refused as what it is, and what can be is written, on the fake as on databases. */
@OnEveryPersistence(
        entities = {
            Troupe.class,
            Artist.class,
            Juggler.class,
            Tent.class,
            Licence.class,
            Driver.class,
            Master.class,
            Pupil.class,
            Animal.class,
            Beast.class,
            Tiger.class,
            Act.class,
            Solo.class
        })
class RefusedGraphsTest {

    private final Troupes troupes;
    private final Artists artists;
    private final Tents tents;
    private final Licences licences;
    private final Drivers drivers;
    private final Masters masters;
    private final Pupils pupils;
    private final Animals animals;
    private final Tigers tigers;
    private final Acts acts;
    private final Transactor tx;

    RefusedGraphsTest(Persistence persistence) {
        this.troupes = persistence.repository(Troupes.class);
        this.artists = persistence.repository(Artists.class);
        this.tents = persistence.repository(Tents.class);
        this.licences = persistence.repository(Licences.class);
        this.drivers = persistence.repository(Drivers.class);
        this.masters = persistence.repository(Masters.class);
        this.pupils = persistence.repository(Pupils.class);
        this.animals = persistence.repository(Animals.class);
        this.tigers = persistence.repository(Tigers.class);
        this.acts = persistence.repository(Acts.class);
        this.tx = persistence.transactor();
    }

    @Test
    void twoInstancesOfOneEntityAreNotMergedTogether() {
        Troupe troupe = new Troupe(1);
        troupe.artists.add(artists.insert(new Artist(7)));
        troupe.artists.add(new Artist(7));
        assertThatExceptionOfType(EntityStateException.class)
                .isThrownBy(() -> troupes.merge(troupe))
                .withMessageContaining("Two instances of Artist with id 7");
        assertThat(troupes.findAll()).isEmpty();
    }

    @Test
    void twoNewInstancesOfOneEntityAreNotMergedTogether() {
        Troupe troupe = new Troupe(1);
        troupe.artists.addAll(List.of(new Artist(7), new Artist(7)));
        assertThatExceptionOfType(EntityStateException.class)
                .isThrownBy(() -> troupes.merge(troupe))
                .withMessageContaining("Two instances of Artist with id 7");
        assertThat(artists.findAll()).isEmpty();
    }

    @Test
    void anEntityIsNotMergedIntoOneOfAnotherClass() {
        artists.insert(new Juggler(3));
        assertThatExceptionOfType(EntityStateException.class)
                .isThrownBy(() -> artists.merge(new Artist(3)))
                .withMessageContaining("another class");
    }

    @Test
    void newElementsThatAreNotMergedAreNamed() {
        Troupe troupe = troupes.insert(new Troupe(1));
        troupe.spares.add(new Tent("small", null));
        assertThatExceptionOfType(TransientReferenceException.class)
                .isThrownBy(() -> troupes.merge(troupe))
                .withMessageContaining("Troupe.spares");
        assertThat(tents.findAll()).isEmpty();
    }

    @Test
    void emptyMapsOfSeveralEntitiesAreMergedInOneFlush() {
        Troupe one = troupes.insert(new Troupe(1));
        Troupe two = troupes.insert(new Troupe(2));
        Tent tent = tents.insert(new Tent("big", one));
        assertThat(troupes.updateAll(List.of(one, two))).hasSize(2);
        assertThat(tents.findById(Objects.requireNonNull(tent.id)).orElseThrow().troupe)
                .isNotNull();
    }

    @Test
    void theSideWithoutAKeyIsLoadedWhereTheKeyHasSeveralParts() {
        Driver driver = new Driver();
        driver.licence = licences.insert(new Licence("AT", 1));
        drivers.insert(driver);
        licences.insert(new Licence("AT", 2));
        List<Licence> all = licences.findAll().toList();
        assertThat(all).hasSize(2).anySatisfy(each -> {
            assertThat(each.number).isEqualTo(1);
            assertThat(Objects.requireNonNull(each.driver).getId()).isEqualTo(driver.id);
        });
        assertThat(all).anySatisfy(each -> assertThat(each.driver).isNull());
        Licence loaded = Objects.requireNonNull(
                drivers.withLicence(Objects.requireNonNull(driver.id)).orElseThrow().licence);
        assertThat(Objects.requireNonNull(loaded.getDriver()).getId()).isEqualTo(driver.id);
    }

    @Test
    void theSideWithoutAKeyMayReferToWhatDoesNotReferBack() {
        Driver driver = drivers.insert(new Driver());
        Licence licence = new Licence("AT", 1);
        licence.driver = driver;
        Driver merged = Objects.requireNonNull(licences.merge(licence).driver);
        assertThat(merged.getId()).isEqualTo(driver.id);
        assertThat(licences.findById(new LicenceId("AT", 1)).orElseThrow().driver)
                .isNull();
    }

    @Test
    void theSideWithoutAKeyMayReferToWhatIsNotLoaded() {
        Driver driver = drivers.insert(new Driver());
        Licence licence = new Licence("AT", 1);
        licence.driver = driver;
        Licence merged = licences.merge(licence);
        assertThat(Objects.requireNonNull(licences.merge(merged).driver).getId())
                .isEqualTo(driver.id);
    }

    @Test
    void theSideWithoutAKeyMayReferToWhatRefersToSomethingNew() {
        Licence licence = licences.insert(new Licence("AT", 1));
        Driver driver = new Driver();
        driver.licence = new Licence();
        licence.driver = driver;
        licences.merge(licence);
        assertThat(drivers.findAll()).isEmpty();
    }

    @Test
    void whatIsManagedIsReadAgainAlthoughItRefersToWhatIsNew() {
        licences.insert(new Licence("AT", 1));
        Licence licence = new Licence("AT", 1);
        licence.driver = new Driver();
        tx.run(() -> {
            Licence merged = licences.merge(licence);
            assertThat(licences.update(licence)).isSameAs(merged);
        });
        assertThat(drivers.findAll()).isEmpty();
    }

    @Test
    void nothingRefersToWhatIsNewInACondition() {
        assertThatExceptionOfType(TransientReferenceException.class).isThrownBy(() -> pupils.of(new Master()));
    }

    @Test
    void whatWaitsForTheFlushHasNothingToBeReadAgain() {
        Master master = masters.insert(new Master());
        Pupil pupil = new Pupil(master, 1);
        assertThatExceptionOfType(NoResultException.class)
                .isThrownBy(() -> tx.run(() -> {
                    pupils.add(pupil);
                    pupils.refresh(pupil);
                }));
    }

    /** The master's row comes first, as it gives the pupil's id, and then knows the pupil. */
    @Test
    void anIdIsTakenFromAnEntityThatCascadesBackToIt() {
        Master master = new Master();
        master.best = new Pupil(master, 1);
        masters.insert(master);
        assertThat(master.version).isEqualTo(1);
        assertThat(pupils.of(master)).extracting(each -> each.number).containsExactly(1);
        assertThat(masters.findById(Objects.requireNonNull(master.id)).orElseThrow().best)
                .isNotNull();
    }

    @Test
    void anIdIsTakenFromAnEntityThatCascadesBackToItWithACollection() {
        Master master = new Master();
        Pupil pupil = new Pupil(master, 1);
        master.pupils.add(pupil);
        master.pupils.add(new Pupil(master, 2));
        pupils.insert(pupil);
        assertThat(pupils.of(master)).extracting(each -> each.number).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void attributesOfSeveralJoinedClassesStandInAnOr() {
        Tiger tiger = new Tiger();
        tiger.name = "Rani";
        tiger.weight = 200;
        animals.insert(tiger);
        assertThat(tigers.unknown("Rani")).isEqualTo(1);
        assertThat(tigers.unknown("Kaa")).isZero();
    }

    @Test
    void classesInTablesOfTheirOwnMayReferToAKeyOfSeveralParts() {
        Solo solo = new Solo(2);
        solo.licence = licences.insert(new Licence("AT", 1));
        acts.insert(solo);
        acts.insert(new Act(1));
        assertThat(acts.findAll()).hasSize(2);
        assertThat(acts.findById(2)).get().isInstanceOf(Solo.class);
    }

    @Test
    void detachedElementsAreFoundInTheTablesOfTheirClasses() {
        Troupe troupe = new Troupe(1);
        troupe.acts.add(acts.insert(new Act(1)));
        troupe.acts.add(acts.insert(new Solo(2)));
        troupe.numbered.put(7, acts.insert(new Solo(3)));
        troupes.insert(troupe);
        Troupe found = troupes.withActs(1).orElseThrow();
        assertThat(found.acts).extracting(act -> act.id).containsExactlyInAnyOrder(1, 2);
        assertThat(found.numbered.get(7)).isInstanceOf(Solo.class);
    }
}
