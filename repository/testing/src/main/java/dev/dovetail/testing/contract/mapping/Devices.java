package dev.dovetail.testing.contract.mapping;

import dev.dovetail.repository.Load;
import dev.dovetail.repository.Upsert;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Repository
interface Devices extends CrudRepository<Device, UUID> {

    @Find
    @OrderBy("name")
    List<Device> coloured(@Nullable Colour colour);

    @Find
    @OrderBy("price")
    List<Device> sorted();

    @Find
    List<Device> costing(Money price);

    @Find
    @Load("discounts")
    Optional<Device> withDiscounts(UUID id);

    @Upsert("colour")
    Device upsert(Device device);

    @Delete
    long removeAll();
}
