package dev.dovetail.testing.contract.mapping;

import dev.dovetail.repository.Load;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;

@Repository
interface Days extends CrudRepository<Day, DayId> {

    @Find
    @OrderBy("number")
    List<Day> of(Trip trip);

    @Find
    @OrderBy("number")
    List<Day> longerThan(@By("trip.days") int days);

    @Find
    @Load("trip.site")
    @OrderBy("number")
    List<Day> withSites();

    @Delete
    long remove(@By(By.ID) DayId id);

    @Delete
    long removeAll();
}
