package dev.dovetail.testing.contract.mapping;

import dev.dovetail.repository.Load;
import dev.dovetail.repository.Upsert;
import jakarta.data.Order;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;

@Repository
interface Sites extends CrudRepository<Site, SiteId> {

    @Find
    @OrderBy(By.ID)
    List<Site> sorted();

    @Find
    @OrderBy("id.number")
    List<Site> in(@By("id.country") String country);

    @Find
    Optional<Site> named(String name);

    @Find
    List<Site> by(SiteId id);

    @Find
    List<Site> all(Order<Site> order);

    @Find
    @Load("trips")
    Optional<Site> withTrips(SiteId id);

    @Find
    @Load("neighbours.neighbours")
    Optional<Site> withNeighbours(SiteId id);

    @Upsert
    Site upsert(Site site);

    @Upsert("name")
    int byName(List<Site> sites);

    @Delete
    long removeAll();
}
