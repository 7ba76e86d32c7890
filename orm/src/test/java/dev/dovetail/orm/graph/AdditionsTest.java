package dev.dovetail.orm.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.orm.graph.Festival.Agent;
import dev.dovetail.orm.graph.Festival.Band;
import dev.dovetail.orm.graph.Festival.Bands;
import dev.dovetail.orm.graph.Festival.Frame;
import dev.dovetail.orm.graph.Festival.Frames;
import dev.dovetail.orm.graph.Festival.Gig;
import dev.dovetail.orm.graph.Festival.Gigs;
import dev.dovetail.orm.graph.Festival.Poster;
import dev.dovetail.orm.graph.Festival.Posters;
import dev.dovetail.orm.graph.Festival.Stage;
import dev.dovetail.orm.graph.Festival.Stages;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.TransientReferenceException;
import dev.dovetail.testing.persistence.OnEveryPersistence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When what was added is written, and as what, on the fake as on databases. */
@OnEveryPersistence(entities = {Stage.class, Band.class, Agent.class, Gig.class, Poster.class, Frame.class})
class AdditionsTest {

    private final Bands bands;
    private final Stages stages;
    private final Gigs gigs;
    private final Posters posters;
    private final Frames frames;
    private final Transactor tx;

    AdditionsTest(Persistence persistence) {
        this.bands = persistence.repository(Bands.class);
        this.stages = persistence.repository(Stages.class);
        this.gigs = persistence.repository(Gigs.class);
        this.posters = persistence.repository(Posters.class);
        this.frames = persistence.repository(Frames.class);
        this.tx = persistence.transactor();
    }

    @Test
    void whatWasAddedIsFoundByItsId() {
        Stage stage = new Stage(5);
        tx.run(() -> {
            stages.add(stage);
            assertThat(stages.findById(5)).containsSame(stage);
        });
        assertThat(stages.findById(5)).isPresent();
    }

    @Test
    void whatAnAddedOneCascadesToIsFoundByItsId() {
        Band band = new Band("The Loops");
        Stage stage = new Stage(5);
        band.birthplace = stage;
        tx.run(() -> {
            bands.add(band);
            assertThat(stages.findById(6)).isEmpty();
            assertThat(band.id).isNull();
            assertThat(stages.findById(5)).containsSame(stage);
            assertThat(band.id).isNotNull();
        });
    }

    /** Hibernate would insert it as it was when it was added, and count a version with its change. */
    @Test
    void whatIsChangedAfterItWasAddedIsInsertedOnceOnEveryEngine() {
        Band band = new Band("The Loops");
        tx.run(() -> {
            bands.add(band);
            assertThat(band.id).isNull();
            band.name = "The Knots";
        });
        Band found = bands.findAll().findFirst().orElseThrow();
        assertThat(found.name).isEqualTo("The Knots");
        assertThat(found.version).isZero();
        assertThat(band.version).isZero();
    }

    /** What was added is inserted before. */
    @Test
    void anotherInstanceMergedIntoWhatWasAddedCountsAVersion() {
        Stage stage = new Stage(5);
        Stage other = new Stage(5);
        other.headliner = new Band("The Loops");
        tx.run(() -> {
            stages.add(stage);
            assertThat(stages.merge(other)).isSameAs(stage);
            assertThat(stage.version).isEqualTo(1);
        });
    }

    @Test
    void whatIsAddedWaitsWithAllThatTheDatabaseWouldGiveAnIdAtOnce() {
        Poster poster = posters.insert(new Poster());
        List<Frame> added = new ArrayList<>();
        assertThatExceptionOfType(EntityStateException.class)
                .isThrownBy(() -> tx.run(() -> added.add(frames.add(new Frame(1, poster)))));
        assertThat(added).hasSize(1);
        Frame frame = new Frame(2, new Poster());
        tx.run(() -> {
            frames.add(frame);
            frames.add(frame);
            assertThat(frames.findById(2)).containsSame(frame);
        });
        assertThat(posters.findAll()).hasSize(2);
    }

    @Test
    void aRequiredReferenceToSomethingUnsavedIsRefusedWithTheFlush() {
        Gig gig = new Gig(new Band("Unheard"));
        assertThatExceptionOfType(TransientReferenceException.class).isThrownBy(() -> tx.run(() -> gigs.add(gig)));
        assertThat(gigs.findAll()).isEmpty();
    }
}
