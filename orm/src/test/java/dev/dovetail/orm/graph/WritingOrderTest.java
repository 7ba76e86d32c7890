package dev.dovetail.orm.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.orm.graph.Festival.Frame;
import dev.dovetail.orm.graph.Festival.Frames;
import dev.dovetail.orm.graph.Festival.Poster;
import dev.dovetail.orm.graph.Festival.Posters;
import dev.dovetail.orm.graph.Village.Bell;
import dev.dovetail.orm.graph.Village.Chapel;
import dev.dovetail.orm.graph.Village.Chapels;
import dev.dovetail.orm.graph.Village.Church;
import dev.dovetail.orm.graph.Village.Churches;
import dev.dovetail.orm.graph.Village.Verger;
import dev.dovetail.orm.graph.Village.Vergers;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.TransientReferenceException;
import dev.dovetail.testing.persistence.OnEveryPersistence;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of several mistakes is told, where rows are inserted to get their ids, on the fake as on databases. */
@OnEveryPersistence(entities = {Church.class, Bell.class, Chapel.class, Verger.class, Poster.class, Frame.class})
class WritingOrderTest {

    private final Churches churches;
    private final Chapels chapels;
    private final Vergers vergers;
    private final Posters posters;
    private final Frames frames;

    WritingOrderTest(Persistence persistence) {
        this.churches = persistence.repository(Churches.class);
        this.chapels = persistence.repository(Chapels.class);
        this.vergers = persistence.repository(Vergers.class);
        this.posters = persistence.repository(Posters.class);
        this.frames = persistence.repository(Frames.class);
    }

    @Test
    void whatWouldGiveItsIdToWhatItMustReferToCannotBeInserted() {
        Church other = new Church();
        other.bell = new Bell();
        other.bell.church = other;
        Church church = new Church();
        church.bell = other.bell;
        assertThatExceptionOfType(TransientReferenceException.class).isThrownBy(() -> churches.insert(church));
        assertThat(churches.findAll()).isEmpty();
    }

    @Test
    void aRowThatGivesAnIdIsRefusedBeforeTheNextEntityIsLookedAt() {
        Poster poster = new Poster();
        poster.title = "x".repeat(21);
        Poster next = new Poster();
        next.frame = frames.insert(new Frame(1, null));
        assertThatExceptionOfType(ValueTooLongException.class)
                .isThrownBy(() -> posters.insertAll(List.of(poster, next)));
        assertThat(posters.findAll()).isEmpty();
    }

    @Test
    void aMergeThatLeadsToADeletedEntityWithAVersionIsStale() {
        Verger verger = vergers.insert(new Verger(1));
        Chapel chapel = chapels.insert(new Chapel());
        vergers.deleteById(1);
        chapel.verger = verger;
        assertThatExceptionOfType(StaleEntityException.class).isThrownBy(() -> chapels.merge(chapel));
        assertThat(vergers.findAll()).isEmpty();
    }
}
