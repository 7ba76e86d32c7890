package dev.dovetail.testing.contract.mapping;

import dev.dovetail.repository.Load;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;

@Repository
interface Garages extends CrudRepository<Garage, Long> {

    @Find
    @Load("vehicles")
    Optional<Garage> withVehicles(Long id);

    @Find
    @Load("favourite")
    Optional<Garage> withFavourite(Long id);

    @Find
    List<Garage> keptBy(@By("keeper.salary") Integer salary);

    @Delete
    long removeAll();
}
