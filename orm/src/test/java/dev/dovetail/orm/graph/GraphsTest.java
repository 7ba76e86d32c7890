package dev.dovetail.orm.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.ChildExistsException;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.MissingParentException;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.orm.graph.Festival.Agent;
import dev.dovetail.orm.graph.Festival.Agents;
import dev.dovetail.orm.graph.Festival.Band;
import dev.dovetail.orm.graph.Festival.Bands;
import dev.dovetail.orm.graph.Festival.Contract;
import dev.dovetail.orm.graph.Festival.Contracts;
import dev.dovetail.orm.graph.Festival.Copies;
import dev.dovetail.orm.graph.Festival.Copy;
import dev.dovetail.orm.graph.Festival.Encore;
import dev.dovetail.orm.graph.Festival.Encores;
import dev.dovetail.orm.graph.Festival.Frame;
import dev.dovetail.orm.graph.Festival.Frames;
import dev.dovetail.orm.graph.Festival.Gig;
import dev.dovetail.orm.graph.Festival.Gigs;
import dev.dovetail.orm.graph.Festival.Poster;
import dev.dovetail.orm.graph.Festival.Posters;
import dev.dovetail.orm.graph.Festival.Print;
import dev.dovetail.orm.graph.Festival.Prints;
import dev.dovetail.orm.graph.Festival.Stage;
import dev.dovetail.orm.graph.Festival.Stages;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.NoResultException;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.TransientReferenceException;
import dev.dovetail.repository.UnloadedAssociationException;
import dev.dovetail.testing.persistence.OnEveryPersistence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What becomes of entities that are written together with those they refer to, on the fake as on databases. */
@OnEveryPersistence(
        entities = {
            Stage.class,
            Band.class,
            Agent.class,
            Gig.class,
            Contract.class,
            Encore.class,
            Poster.class,
            Frame.class,
            Copy.class,
            Print.class
        })
class GraphsTest {

    private final Bands bands;
    private final Stages stages;
    private final Agents agents;
    private final Gigs gigs;
    private final Contracts contracts;
    private final Encores encores;
    private final Posters posters;
    private final Frames frames;
    private final Copies copies;
    private final Prints prints;
    private final Transactor tx;

    GraphsTest(Persistence persistence) {
        this.bands = persistence.repository(Bands.class);
        this.stages = persistence.repository(Stages.class);
        this.agents = persistence.repository(Agents.class);
        this.gigs = persistence.repository(Gigs.class);
        this.contracts = persistence.repository(Contracts.class);
        this.encores = persistence.repository(Encores.class);
        this.posters = persistence.repository(Posters.class);
        this.frames = persistence.repository(Frames.class);
        this.copies = persistence.repository(Copies.class);
        this.prints = persistence.repository(Prints.class);
        this.tx = persistence.transactor();
    }

    @Test
    void twoNewEntitiesThatReferToEachOtherAreMergedOnce() {
        Band band = new Band("The Loops");
        Stage stage = new Stage(3);
        stage.headliner = band;
        band.stages.add(stage);
        Stage merged = stages.merge(stage);
        assertThat(merged.id).isEqualTo(3);
        Band found = bands.findAll().findFirst().orElseThrow();
        assertThat(found.name).isEqualTo("The Loops");
        assertThat(bands.withStages(found.id).orElseThrow().stages)
                .extracting(each -> each.id)
                .containsExactly(3);
    }

    @Test
    void whatTakesItsIdFromARowThatIsInsertedAtOnceWaitsToo() {
        Poster refused = new Poster();
        refused.title = "x".repeat(21);
        List<Copy> added = new ArrayList<>();
        assertThatExceptionOfType(ValueTooLongException.class)
                .isThrownBy(() -> tx.run(() -> added.add(copies.add(new Copy(refused)))));
        assertThat(added).hasSize(1);
        Poster printed = new Poster();
        tx.run(() -> {
            prints.add(new Print(printed, 1));
            assertThat(printed.id).isNull();
        });
        assertThatExceptionOfType(NoResultException.class)
                .isThrownBy(() -> tx.run(() -> {
                    Poster waiting = posters.add(new Poster());
                    posters.refresh(waiting);
                }));
        assertThat(prints.findAll()).hasSize(1);
        Copy copy = new Copy(new Poster());
        tx.run(() -> copies.add(copy));
        assertThat(copy.id).isNotNull();
    }

    @Test
    void whatIsInsertedByACascadeBeforeIsNotRefusedInAList() {
        Poster poster = new Poster();
        Frame frame = new Frame(1, poster);
        frames.insert(frame);
        frames.insert(new Frame(2, null));
        Frame third = new Frame(3, null);
        third.neighbour = new Frame(4, null);
        frames.insertAll(List.of(third, third.neighbour));
        assertThat(frames.findAll()).hasSize(4);
    }

    @Test
    void whatCascadesPersistToSomethingDeletedIsItsChild() {
        Frame frame = frames.insert(new Frame(1, new Poster()));
        Poster poster = Objects.requireNonNull(frame.poster);
        assertThatExceptionOfType(ChildExistsException.class).isThrownBy(() -> posters.delete(poster));
        assertThat(posters.findAll()).hasSize(1);
    }

    @Test
    void whatRefersToANewRowIsLookedAtAfterIt() {
        Poster gone = posters.insert(new Poster());
        posters.delete(gone);
        Poster poster = new Poster();
        poster.original = gone;
        poster.frame = frames.insert(new Frame(1, null));
        assertThatExceptionOfType(MissingParentException.class).isThrownBy(() -> posters.insert(poster));
        poster.original = null;
        assertThatExceptionOfType(EntityStateException.class).isThrownBy(() -> posters.insert(poster));
        assertThat(posters.findAll()).isEmpty();
    }

    @Test
    void aManagedEntityDoesNotTakeItsIdFromSomethingDeleted() {
        assertThatExceptionOfType(TransientReferenceException.class)
                .isThrownBy(() -> tx.run(() -> {
                    Band band = bands.insert(new Band("The Quitters"));
                    contracts.insert(new Contract(band));
                    bands.delete(band);
                }));
        assertThat(bands.findAll()).isEmpty();
    }

    @Test
    void persistCascadesToWhatIsThereAlreadyAsIfItWereNew() {
        Stage stage = stages.insert(new Stage(1));
        Band band = new Band("The Locals");
        band.birthplace = stage;
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> bands.insert(band));
        assertThat(bands.findAll()).isEmpty();
    }

    /** With an id of its own it may be there, as far as anybody knows, until its row is looked for. */
    @Test
    void aMergedReferenceToAnIdThatIsNotThereIsAMissingParent() {
        Band band = new Band("The Homeless");
        band.home = new Stage(7);
        assertThatExceptionOfType(MissingParentException.class).isThrownBy(() -> bands.merge(band));
        assertThat(bands.findAll()).isEmpty();
    }

    @Test
    void aMergedReferenceIsNotLoaded() {
        Stage home = stages.insert(new Stage(1));
        Band band = bands.insert(new Band("The Locals"));
        band.home = home;
        tx.run(() -> {
            Band merged = bands.merge(band);
            Stage reference = Objects.requireNonNull(merged.home);
            assertThat(reference.getId()).isEqualTo(1);
            assertThatExceptionOfType(UnloadedAssociationException.class)
                    .isThrownBy(reference::getHeadliner)
                    .withMessageContaining("Band.home");
        });
        tx.run(() -> {
            Band fresh = new Band("The Guests");
            fresh.home = home;
            Band merged = bands.merge(fresh);
            assertThatExceptionOfType(UnloadedAssociationException.class)
                    .isThrownBy(() -> Objects.requireNonNull(merged.home).getHeadliner())
                    .withMessageContaining("Band.home");
        });
    }

    @Test
    void whatIsNewAndNotMergedWithTheOthersIsRefusedAndNeverInsertedEmpty() {
        Band band = new Band("The Managed");
        band.agent = new Agent("Ada");
        assertThatExceptionOfType(TransientReferenceException.class).isThrownBy(() -> bands.merge(band));
        assertThat(agents.findAll()).isEmpty();
        assertThat(bands.findAll()).isEmpty();
    }

    @Test
    void anIdOfSomethingThatIsNewAndNotMergedIsRefused() {
        Band band = new Band("The Unsigned");
        assertThatExceptionOfType(TransientReferenceException.class)
                .isThrownBy(() -> contracts.merge(new Contract(band)));
        assertThatExceptionOfType(TransientReferenceException.class)
                .isThrownBy(() -> encores.merge(new Encore(band, 1)));
        assertThat(bands.findAll()).isEmpty();
    }

    @Test
    void removingCascadesToTheManagedEntityForADetachedOne() {
        Band band = bands.insert(new Band("The Split"));
        Gig gig = gigs.insert(new Gig(band));
        tx.run(() -> {
            Band found = bands.findById(Objects.requireNonNull(band.id)).orElseThrow();
            assertThat(gigs.findById(Objects.requireNonNull(gig.id))).isPresent();
            found.gigs.add(gig);
            bands.remove(found);
        });
        assertThat(gigs.findAll()).isEmpty();
        assertThat(bands.findAll()).isEmpty();
    }

    /** Whoever merges a collection means what has changed in it since it was read. */
    @Test
    void whatWasAddedSinceACollectionWasWrittenIsNoOrphanOfItsDetachedOwner() {
        Band band = bands.insert(new Band("The Booked"));
        Gig first = gigs.insert(new Gig(band));
        band.name = "The Rebooked";
        Band merged = bands.update(band);
        assertThat(merged.name).isEqualTo("The Rebooked");
        assertThat(gigs.findAll()).extracting(gig -> gig.id).containsExactly(first.id);
        Band loaded = bands.withGigs(Objects.requireNonNull(band.id)).orElseThrow();
        Gig second = gigs.insert(new Gig(band));
        loaded.gigs.clear();
        bands.update(loaded);
        assertThat(gigs.findAll()).extracting(gig -> gig.id).containsExactly(second.id);
    }

    /** The first merge writes nothing, and the second one knows what it took over. */
    @Test
    void whatIsMergedTwiceWithoutWhatWasAddedMeanwhileRemovesNothing() {
        Band band = bands.insert(new Band("The Booked"));
        gigs.insert(new Gig(band));
        bands.update(bands.update(band));
        assertThat(gigs.findAll()).hasSize(1);
    }

    @Test
    void whatWasAddedToASetSinceItWasReadStaysWhenItIsMerged() {
        Agent one = new Agent("Ada");
        one.languages.addAll(List.of("de", "en"));
        agents.insert(one);
        Agent read = agents.withLanguages(Objects.requireNonNull(one.id)).orElseThrow();
        tx.run(() -> agents.withLanguages(Objects.requireNonNull(one.id))
                .orElseThrow()
                .languages
                .add("fr"));
        read.languages.remove("de");
        read.languages.add("it");
        agents.update(read);
        assertThat(agents.withLanguages(Objects.requireNonNull(one.id)).orElseThrow().languages)
                .containsExactlyInAnyOrder("en", "fr", "it");
    }

    @Test
    void aDetachedProxyIsSavedAndUpdatedAsWhatItStandsFor() {
        Stage home = stages.insert(new Stage(1));
        Band band = new Band("The Proxied");
        band.home = home;
        bands.insert(band);
        Stage proxy = Objects.requireNonNull(
                bands.findById(Objects.requireNonNull(band.id)).orElseThrow().home);
        assertThat(stages.update(proxy).getId()).isEqualTo(1);
        assertThat(stages.save(proxy).getId()).isEqualTo(1);
        assertThat(stages.findAll()).hasSize(1);
    }

    @Test
    void aDetachedReferenceIsNoOrphan() {
        Agent promoter = agents.insert(new Agent("Ada"));
        Gig gig = new Gig(bands.insert(new Band("The Promoted")));
        gig.promoter = promoter;
        gigs.insert(gig);
        assertThat(agents.findAll()).extracting(agent -> agent.name).containsExactly("Ada");
    }

    @Test
    void aReferenceThatIsMergedUnchangedIsNotLoaded() {
        Gig gig = new Gig(bands.insert(new Band("The Promoted")));
        gig.promoter = agents.insert(new Agent("Ada"));
        gigs.insert(gig);
        tx.run(() -> {
            Agent promoter = Objects.requireNonNull(gigs.update(gig).promoter);
            assertThatExceptionOfType(UnloadedAssociationException.class).isThrownBy(promoter::getName);
        });
        assertThat(agents.findAll()).hasSize(1);
    }

    @Test
    void nothingIsAddedToAListThatCannotBeLoadedAnyMore() {
        Band band = bands.insert(new Band("The Detached"));
        Band detached = bands.findById(Objects.requireNonNull(band.id)).orElseThrow();
        assertThatExceptionOfType(UnloadedAssociationException.class)
                .isThrownBy(() -> detached.gigs.add(new Gig(detached)));
    }

    @Test
    void whatACascadeInsertedBeforeItsTurnIsInsertedOnceAndNotChanged() {
        Band second = new Band("The Seconds");
        Stage stage = new Stage(1);
        stage.headliner = second;
        Band first = new Band("The Firsts");
        first.birthplace = stage;
        bands.insertAll(List.of(first, second));
        assertThat(stages.findAll()).extracting(each -> each.version).containsExactly(0);
        assertThat(bands.findAll()).extracting(each -> each.version).containsExactly(0, 0);
    }

    @Test
    void whatIsRefusedByACascadeHasNoGeneratedId() {
        Band there = bands.insert(new Band("The Detached"));
        Stage stage = new Stage(1);
        stage.headliner = there;
        Band band = new Band("The Refused");
        band.birthplace = stage;
        assertThatExceptionOfType(EntityStateException.class).isThrownBy(() -> bands.insert(band));
        assertThat(band.id).isNull();
        band.birthplace = null;
        assertThat(bands.insert(band).id).isNotNull();
    }
}
