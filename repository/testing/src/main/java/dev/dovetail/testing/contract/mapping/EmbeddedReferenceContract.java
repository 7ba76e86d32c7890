package dev.dovetail.testing.contract.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.ChildExistsException;
import dev.dovetail.repository.TransientReferenceException;
import dev.dovetail.repository.UnloadedAssociationException;
import dev.dovetail.testing.contract.mapping.Shipment.Route;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** References to other entities in embedded values. */
public interface EmbeddedReferenceContract extends Mapped {
    private Ships ships() {
        return persistence().repository(Ships.class);
    }

    private Shipments shipments() {
        return persistence().repository(Shipments.class);
    }

    private static Route route(Shipment shipment) {
        return Objects.requireNonNull(shipment.route);
    }

    private Ship ship(Shipment shipment) {
        return Objects.requireNonNull(route(shipment).ship);
    }

    @Test
    default void aReferenceInAnEmbeddedValueIsFoundSortedAndLoaded() {
        Ship argo = ships().insert(new Ship(1, "Argo"));
        Ship raft = new Ship(2, "Raft");
        raft.tug = argo;
        ships().insert(raft);
        shipments().insert(new Shipment(1, new Route("sea", raft)));
        shipments().insert(new Shipment(2, new Route("sea", argo)));
        shipments().insert(new Shipment(3, null));

        assertThat(shipments().on(raft)).extracting(each -> each.id).containsExactly(1);
        assertThat(shipments().onShipNamed("Argo")).extracting(each -> each.id).containsExactly(2);
        assertThat(shipments().byShip()).extracting(each -> each.id).containsExactly(2, 1, 3);
        assertThat(shipments().findById(3).orElseThrow().route).isNull();
        assertThatExceptionOfType(UnloadedAssociationException.class)
                .isThrownBy(() -> ship(shipments().findById(1).orElseThrow()).getName());
        Ship loaded = ship(shipments().withShip(1).orElseThrow());
        assertThat(loaded.getName()).isEqualTo("Raft");
        assertThat(Objects.requireNonNull(loaded.getTug()).getName()).isEqualTo("Argo");
        assertThatExceptionOfType(ChildExistsException.class).isThrownBy(() -> ships().deleteById(2));
    }

    @Test
    default void aReferenceInAnEmbeddedValueIsChangedAndMerged() {
        Ship argo = ships().insert(new Ship(1, "Argo"));
        Ship raft = ships().insert(new Ship(2, "Raft"));
        Shipment shipment = shipments().insert(new Shipment(1, new Route("sea", argo)));
        tx().run(() -> route(shipments().findById(1).orElseThrow()).ship =
                ships().findById(2).orElseThrow());
        assertThat(shipments().on(raft)).hasSize(1);
        assertThat(shipments().findById(1).orElseThrow().version).isEqualTo(1);
        Shipment detached = shipments().findById(1).orElseThrow();
        route(detached).ship = argo;
        route(detached).by = "river";
        shipments().update(detached);
        assertThat(shipments().on(argo)).extracting(each -> route(each).by).containsExactly("river");
        assertThat(shipments().upsert(new Shipment(1, new Route(null, raft))).version)
                .isEqualTo(3);
        assertThat(shipments().on(raft)).hasSize(1);
        assertThat(shipment.id).isEqualTo(1);
    }

    @Test
    default void aReferenceInAnEmbeddedValueIsWrittenWithTheOther() {
        assertThatExceptionOfType(TransientReferenceException.class)
                .isThrownBy(() -> shipments().insert(new Shipment(1, new Route("sea", new Ship(7, "Never")))));
        tx().run(() -> {
            Ship argo = ships().insert(new Ship(1, "Argo"));
            shipments().insert(new Shipment(1, new Route("sea", argo)));
            assertThat(ship(shipments().findById(1).orElseThrow())).isSameAs(argo);
        });
        assertThat(shipments().onShipNamed("Argo")).hasSize(1);
    }
}
