package dev.dovetail.orm.garden;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.DovetailException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.work.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Before a statement all is written if, and only if, a change of its tables is pending. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class PendingChangesTest extends GardenTest {

    PendingChangesTest(TestDatabase database) {
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

    /** Makes a change and expects a flush before counting the rows of each table, or none. */
    private void assertWritten(Consumer<UnitOfWork> change, Map<String, Integer> rows, List<String> untouched) {
        plot(1);
        run(uow -> {
            loaded(uow);
            change.accept(uow);
            untouched.forEach(table -> assertThat(statements(() -> uow.sql().fetchCount(table(table))))
                    .as(table + " has no pending change")
                    .hasSize(1));
        });
        rows.forEach((table, count) -> {
            emptyTables();
            plot(1);
            run(uow -> {
                loaded(uow);
                change.accept(uow);
                assertThat(uow.sql().fetchCount(table(table))).as(table).isEqualTo(count);
            });
        });
    }

    @Test
    void anOnlyPartThatIsTakenAwayIsAPendingChangeOfItsTable() {
        assertWritten(
                uow -> uow.get(Plot.class, 1L).setLabel(null),
                Map.of("labels", 0),
                List.of("beds", "plot_visits", "log_lines"));
    }

    @Test
    void anOnlyPartThatIsReplacedIsAPendingChangeOfItsTable() {
        Label other = new Label(9L, "stays");
        run(uow -> uow.add(other));
        plot(1);
        run(uow -> {
            Label managed = uow.get(Label.class, 9L);
            loaded(uow).setLabel(managed);
            assertThat(uow.sql().fetchCount(table("labels"))).isEqualTo(1);
        });
    }

    @Test
    void aDeletedEntityTakesItsCollectionsAndPartsAlong() {
        assertWritten(
                uow -> uow.delete(uow.get(Plot.class, 1L)),
                Map.of("plots", 0, "labels", 0, "plot_minerals", 0, "plot_visits", 0, "beds", 0, "bed_seeds", 0),
                List.of("log_lines"));
    }

    @Test
    void aPartThatIsTakenOutTakesItsCollectionsAlong() {
        assertWritten(
                uow -> uow.get(Plot.class, 1L).getBeds().clear(),
                Map.of("beds", 0, "bed_seeds", 0),
                List.of("labels", "plot_visits", "plots"));
    }

    @Test
    void aChangeInsideAnEmbeddedValueIsPending() {
        plot(1);
        run(uow -> {
            loaded(uow).getSoil().setKind("sand");
            assertThat(statements(() -> uow.sql().fetchCount(table("plot_minerals"))))
                    .hasSize(1);
            assertThat(uow.sql()
                            .select(DSL.field(DSL.name("kind"), String.class))
                            .from(table("plots"))
                            .fetchSingle()
                            .value1())
                    .isEqualTo("sand");
        });
    }

    @Test
    void aChangeInACollectionOfAnEmbeddedValueIsPending() {
        assertWritten(
                uow -> uow.get(Plot.class, 1L).getSoil().getMinerals().add("zinc"),
                Map.of("plot_minerals", 2),
                List.of("beds", "plot_visits", "labels"));
    }

    @Test
    void anEmbeddedValueThatIsTakenAwayTakesItsCollectionAlong() {
        assertWritten(
                uow -> uow.get(Plot.class, 1L).setSoil(null), Map.of("plot_minerals", 0), List.of("beds", "labels"));
    }

    @Test
    void aChangeInsideAnElementIsPending() {
        plot(1);
        run(uow -> {
            loaded(uow).getVisits().get(0).setMinutes(50);
            assertThat(statements(() -> uow.sql().fetchCount(table("plot_minerals"))))
                    .hasSize(1);
            assertThat(uow.sql()
                            .select(DSL.field(DSL.name("minutes"), Integer.class))
                            .from(table("plot_visits"))
                            .fetchSingle()
                            .value1())
                    .isEqualTo(50);
        });
    }

    @Test
    void aViewHidesItsTablesSoEverythingIsWritten() {
        plot(1);
        run(uow -> {
            uow.get(Plot.class, 1L).setName("seen");
            assertThat(uow.sql()
                            .select(DSL.field(DSL.name("name"), String.class))
                            .from(table("plot_names"))
                            .fetchSingle()
                            .value1())
                    .isEqualTo("seen");
        });
    }

    @Test
    void whatLifecycleCallbacksAddIsWrittenToo() {
        plot(1);
        Plot.callback = event -> persistence.unitOfWork().add(new LogLine(event, null));
        run(uow -> {
            uow.get(Plot.class, 1L).setName("renamed");
            uow.add(new Plot(2L, "fresh"));
        });
        assertThat(logged()).containsExactlyInAnyOrder("updating renamed", "persisted fresh");
        assertThat(count("plots")).isEqualTo(2);
    }

    @Test
    void whatLifecycleCallbacksAddMayAddMore() {
        Plot.callback = event -> {
            if (event.length() < 14) {
                persistence.unitOfWork().add(new Plot(event.length() + 100L, event.substring(10) + "x"));
            }
            persistence.unitOfWork().add(new LogLine(event, new Label(event.length() + 200L, "with it")));
        };
        run(uow -> {
            uow.add(new Plot(1L, "a"));
            uow.flush();
            assertThat(uow.sql().fetchCount(table("plots"))).isEqualTo(4);
        });
        assertThat(logged())
                .containsExactlyInAnyOrder("persisted a", "persisted ax", "persisted axx", "persisted axxx");
        assertThat(count("labels")).isEqualTo(4);
    }

    @Test
    void callbacksThatNeverStopAddingAreStopped() {
        AtomicLong last = new AtomicLong(1);
        Plot.callback = event -> persistence.unitOfWork().add(new Plot(last.incrementAndGet(), "again"));
        assertThatThrownBy(() -> run(uow -> uow.add(new Plot(1L, "a"))))
                .isInstanceOf(DovetailException.class)
                .hasMessageContaining("callback");
        assertThat(count("plots")).isZero();
    }

    private List<String> logged() {
        return db.read(sql -> sql.select(DSL.field(DSL.name("content"), String.class))
                .from(table("log_lines"))
                .fetch(row -> row.value1()));
    }
}
