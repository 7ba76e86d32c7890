package dev.dovetail.testing.contract.mapping;

import dev.dovetail.repository.Load;
import dev.dovetail.repository.Upsert;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Repository
interface Shipments extends CrudRepository<Shipment, Integer> {
    @Find
    @OrderBy("id")
    List<Shipment> on(@By("route.ship") @Nullable Ship ship);

    @Find
    @OrderBy("route.ship.name")
    @OrderBy("id")
    List<Shipment> byShip();

    @Find
    @Load("route.ship.tug")
    Optional<Shipment> withShip(@By(By.ID) int id);

    @Query("where route.ship.name = :name")
    List<Shipment> onShipNamed(String name);

    @Upsert
    Shipment upsert(Shipment shipment);
}
