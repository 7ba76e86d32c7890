package dev.dovetail.orm.garden;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.repository.UnloadedAssociationException;
import java.util.function.Consumer;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.Test;

/** Statements that Hibernate would send without an event that tells of them. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class HiddenLoadsTest extends GardenTest {

    HiddenLoadsTest(TestDatabase database) {
        assertThat(database).isNotNull();
    }

    @Test
    void sizeAndContentsOfAnUnloadedCollectionRaise() {
        plot(1);
        run(uow -> {
            Plot plot = uow.get(Plot.class, 1L);
            assertThat(statements(() -> {
                        assertRaises(
                                "beds",
                                () -> assertThat(Hibernate.size(plot.getBeds())).isZero());
                        assertRaises(
                                "visits",
                                () -> assertThat(Hibernate.size(plot.getVisits()))
                                        .isZero());
                        assertRaises(
                                "beds",
                                () -> assertThat(Hibernate.contains(plot.getBeds(), new Bed(plot, "none")))
                                        .isFalse());
                        assertRaises(
                                "soil.minerals",
                                () -> assertThat(Hibernate.contains(
                                                plot.getSoil().getMinerals(), "iron"))
                                        .isTrue());
                    }))
                    .isEmpty();
            int beds = persistence.allowLazyLoading(() -> Hibernate.size(plot.getBeds()));
            assertThat(beds).isEqualTo(1);
            assertThat(Hibernate.isInitialized(plot.getBeds())).isFalse();
        });
    }

    @Test
    void sizeAndContentsOfALoadedCollectionNeedNothing() {
        plot(1);
        run(uow -> {
            Plot plot = uow.select(Plot.class)
                    .load(LoadOption.selectin("beds"), LoadOption.selectin("visits"))
                    .one();
            assertThat(statements(() -> {
                        assertThat(Hibernate.size(plot.getBeds())).isEqualTo(1);
                        assertThat(Hibernate.size(plot.getVisits())).isEqualTo(1);
                        assertThat(Hibernate.contains(
                                        plot.getBeds(), plot.getBeds().get(0)))
                                .isTrue();
                    }))
                    .isEmpty();
        });
    }

    @Test
    void aCallbackThatUsesAnUnloadedCollectionRaises() {
        plot(1);
        assertLoadingRaises("beds", plot -> assertThat(plot.getBeds()).isNotEmpty());
        assertLoadingRaises("visits", plot -> assertThat(plot.getVisits()).isNotEmpty());
    }

    @Test
    void aCallbackThatUsesAnUnloadedReferenceRaises() {
        plot(1);
        assertLoadingRaises(
                "label", plot -> assertThat(plot.getLabel().getContent()).isEqualTo("label 1"));
    }

    private void assertLoadingRaises(String attribute, Consumer<Plot> callback) {
        Plot.onLoad = callback;
        run(uow -> assertRaises(attribute, () -> uow.get(Plot.class, 1L)));
        run(uow -> assertRaises(attribute, () -> uow.select(Plot.class).list()));
        run(uow -> {
            Plot plot = persistence.allowLazyLoading(() -> uow.get(Plot.class, 1L));
            assertThat(plot.getName()).isEqualTo("plot 1");
        });
        Plot.onLoad = plot -> {};
    }

    private static void assertRaises(String attribute, Runnable use) {
        assertThatThrownBy(use::run)
                .isInstanceOfSatisfying(
                        UnloadedAssociationException.class,
                        raised -> assertThat(raised.attribute()).isEqualTo(attribute));
    }
}
