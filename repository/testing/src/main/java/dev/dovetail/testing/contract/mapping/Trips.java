package dev.dovetail.testing.contract.mapping;

import dev.dovetail.repository.Load;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Repository
interface Trips extends CrudRepository<Trip, Long> {

    @Find
    @OrderBy("days")
    List<Trip> to(@Nullable Site site);

    @Find
    @OrderBy("site.name")
    @OrderBy("days")
    List<Trip> into(@By("site.id.country") String country);

    @Find
    @OrderBy("days")
    List<Trip> toNamed(@By("site.name") String name);

    @Find
    @Load("site")
    @OrderBy("days")
    List<Trip> withSites();

    @Delete
    long removeAll();
}
