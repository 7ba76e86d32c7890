package dev.dovetail.orm.garden;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.work.UnitOfWork;
import dev.dovetail.repository.UnloadedAssociationException;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** After a return to a savepoint the entities are what they were when it was set, as the rows are. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class SavepointTest extends GardenTest {

    SavepointTest(TestDatabase database) {
        assertThat(database).isNotNull();
    }

    private static Plot loaded(UnitOfWork uow) {
        return uow.select(Plot.class)
                .load(
                        LoadOption.selectin("label"),
                        LoadOption.selectin("soil.minerals"),
                        LoadOption.selectin("visits"),
                        LoadOption.selectin("beds.seeds"))
                .one();
    }

    /** Runs a nested block that fails at its end. */
    private void fail(Consumer<UnitOfWork> block) {
        assertThatThrownBy(() -> tx.nested().run(() -> {
                    block.accept(persistence.unitOfWork());
                    persistence.unitOfWork().flush();
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
    }

    @Test
    void valuesVersionsAndCollectionsAreBackInTheSameInstances() {
        plot(1);
        run(uow -> {
            Plot plot = loaded(uow);
            List<Bed> beds = plot.getBeds();
            Bed roses = beds.get(0);
            fail(inner -> {
                plot.setName("changed");
                plot.getSoil().setKind("sand");
                plot.getSoil().getMinerals().add("zinc");
                plot.getVisits().get(0).setMinutes(99);
                plot.getVisits().add(new Visit("bob", 1));
                roses.getSeeds().clear();
                plot.bed("lilies");
                plot.getLabel().setContent("changed");
                inner.flush();
                plot.setName("changed again, not written");
            });
            assertThat(uow.get(Plot.class, 1L)).isSameAs(plot);
            assertThat(plot.getName()).isEqualTo("plot 1");
            assertThat(plot.getVersion()).isZero();
            assertThat(plot.getSoil().getKind()).isEqualTo("clay");
            assertThat(plot.getSoil().getMinerals()).containsExactly("iron");
            assertThat(plot.getVisits())
                    .singleElement()
                    .extracting(Visit::getMinutes)
                    .isEqualTo(5);
            assertThat(plot.getBeds()).isSameAs(beds).containsExactly(roses);
            assertThat(roses.getSeeds()).containsExactly("rose", "thyme");
            assertThat(plot.getLabel().getContent()).isEqualTo("label 1");
            assertThat(statements(uow::flush)).isEmpty();
        });
    }

    @Test
    void changesAfterwardsAreWritten() {
        plot(1);
        run(uow -> {
            Plot plot = loaded(uow);
            plot.setName("before");
            fail(inner -> plot.setName("inside"));
            assertThat(plot.getName()).isEqualTo("before");
            plot.setName("after");
            plot.getVisits().add(new Visit("eve", 3));
            plot.getBeds().get(0).getSeeds().add("basil");
            plot.bed("herbs", "mint");
            plot.setLabel(null);
        });
        run(uow -> {
            Plot plot = loaded(uow);
            assertThat(plot.getName()).isEqualTo("after");
            assertThat(plot.getVersion()).isEqualTo(2);
            assertThat(plot.getVisits()).hasSize(2);
            assertThat(plot.getBeds()).hasSize(2);
            assertThat(plot.getLabel()).isNull();
        });
        assertThat(count("bed_seeds")).isEqualTo(4);
        assertThat(count("labels")).isZero();
    }

    @Test
    void whatWasInsertedIsNewAgainAndMayBeAddedOnceMore() {
        plot(1);
        run(uow -> {
            Plot plot = loaded(uow);
            Plot fresh = new Plot(2L, "fresh");
            Bed bed = fresh.bed("lilies", "lily");
            fail(inner -> {
                inner.add(fresh);
                inner.flush();
                assertThat(bed.getId()).isNotNull();
                fresh.setName("written twice");
                inner.flush();
                assertThat(fresh.getVersion()).isEqualTo(1);
            });
            assertThat(uow.contains(fresh)).isFalse();
            assertThat(bed.getId()).isNull();
            assertThat(fresh.getVersion()).isZero();
            uow.add(fresh);
            plot.setName("beside");
        });
        assertThat(count("plots")).isEqualTo(2);
        assertThat(count("bed_seeds")).isEqualTo(3);
    }

    @Test
    void whatWasDeletedIsManagedAgain() {
        plot(1);
        run(uow -> {
            Plot plot = loaded(uow);
            Bed roses = plot.getBeds().get(0);
            fail(inner -> inner.delete(plot));
            assertThat(uow.get(Plot.class, 1L)).isSameAs(plot);
            assertThat(plot.getBeds()).containsExactly(roses);
            roses.setName("alive");
            plot.setName("alive");
        });
        run(uow -> {
            assertThat(loaded(uow).getName()).isEqualTo("alive");
            assertThat(loaded(uow).getBeds().get(0).getName()).isEqualTo("alive");
        });
    }

    @Test
    void whatTypedSqlWroteIsTakenBackToo() {
        plot(1);
        run(uow -> {
            Plot plot = loaded(uow);
            fail(inner -> {
                inner.sql().deleteFrom(table("bed_seeds")).execute();
                inner.sql().deleteFrom(table("beds")).execute();
                inner.sql()
                        .update(table("plots"))
                        .set(DSL.field(DSL.name("name"), String.class), "by sql")
                        .execute();
                assertThat(plot.getName()).isEqualTo("by sql");
                assertThat(plot.getBeds()).isEmpty();
            });
            assertThat(plot.getName()).isEqualTo("plot 1");
            assertThat(plot.getBeds()).hasSize(1);
            plot.getBeds().get(0).setName("kept");
        });
        assertThat(count("beds")).isEqualTo(1);
    }

    @Test
    void whatWasLoadedInsideIsUnloadedAgainAndSaysSo() {
        plot(1);
        run(uow -> {
            Plot plot = uow.get(Plot.class, 1L);
            fail(inner -> {
                loaded(inner);
                assertThat(plot.getBeds()).hasSize(1);
                assertThat(plot.getLabel().getContent()).isEqualTo("label 1");
            });
            assertThatThrownBy(() -> plot.getBeds().size())
                    .isInstanceOf(UnloadedAssociationException.class)
                    .hasMessageContaining("find(Plot)");
            assertThatThrownBy(() -> plot.getLabel().getContent()).isInstanceOf(UnloadedAssociationException.class);
            assertThatThrownBy(() -> plot.getSoil().getMinerals().size())
                    .isInstanceOf(UnloadedAssociationException.class);
            loaded(uow);
            assertThat(plot.getBeds()).hasSize(1);
            assertThat(plot.getLabel().getContent()).isEqualTo("label 1");
            assertThat(statements(uow::flush)).isEmpty();
        });
    }

    @Test
    void aFlushThatFailedHalfWayIsTakenBack() {
        plot(1);
        run(uow -> {
            Plot plot = loaded(uow);
            assertThatThrownBy(() -> tx.nested().run(() -> {
                        plot.setName("inside");
                        plot.bed("second");
                        uow.add(new Label(1L, "twin"));
                        uow.add(new Plot(5L, "fifth"));
                    }))
                    .isInstanceOf(DuplicateKeyException.class);
            assertThat(plot.getName()).isEqualTo("plot 1");
            assertThat(plot.getBeds()).hasSize(1);
            plot.setName("after");
        });
        assertThat(count("plots")).isEqualTo(1);
        run(uow -> assertThat(loaded(uow).getName()).isEqualTo("after"));
    }

    @Test
    void savepointsNest() {
        plot(1);
        run(uow -> {
            Plot plot = loaded(uow);
            fail(outer -> {
                plot.setName("outer");
                tx.nested().run(() -> plot.setName("released"));
                Plot added = new Plot(7L, "seven");
                outer.add(added);
                fail(inner -> {
                    plot.setName("inner");
                    inner.delete(added);
                });
                assertThat(plot.getName()).isEqualTo("released");
                assertThat(outer.get(Plot.class, 7L)).isSameAs(added);
                added.setName("seven again");
            });
            assertThat(plot.getName()).isEqualTo("plot 1");
            assertThat(uow.find(Plot.class, 7L)).isEmpty();
            plot.setName("end");
        });
        run(uow -> assertThat(loaded(uow).getName()).isEqualTo("end"));
    }

    @Test
    void aUnitOfWorkThatBeganInTheNestedBlockManagesNothingAfterIt() {
        tx.run(() -> {
            Plot fresh = new Plot(3L, "three");
            Bed bed = fresh.bed("only");
            fail(inner -> inner.add(fresh));
            UnitOfWork uow = persistence.unitOfWork();
            assertThat(uow.contains(fresh)).isFalse();
            assertThat(bed.getId()).isNull();
            uow.add(fresh);
        });
        assertThat(count("beds")).isEqualTo(1);
    }

    @Test
    void whatWasDeletedBeforeStaysDeleted() {
        plot(1);
        run(uow -> {
            Plot plot = loaded(uow);
            uow.delete(plot.getBeds().get(0));
            fail(inner -> plot.setName("inside"));
            plot.setName("after");
        });
        assertThat(count("beds")).isZero();
        assertThat(count("plots")).isEqualTo(1);
    }
}
