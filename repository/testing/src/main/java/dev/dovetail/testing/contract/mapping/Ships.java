package dev.dovetail.testing.contract.mapping;

import dev.dovetail.repository.Load;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Repository
interface Ships extends CrudRepository<Ship, Integer> {
    @Find
    @OrderBy("id")
    List<Ship> under(@Nullable String flag);

    @Find
    @OrderBy("tonnage")
    @OrderBy("id")
    List<Ship> byTonnage();

    @Find
    List<Ship> towedBy(@By("tug.name") String name);

    @Find
    @Load({"tug", "towed"})
    Optional<Ship> withTug(@By(By.ID) int id);
}
