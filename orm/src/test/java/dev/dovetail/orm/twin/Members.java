package dev.dovetail.orm.twin;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;

@Repository
interface Members extends CrudRepository<Member, Integer> {
    @Query("select count(this) where joinedOn = local date")
    long joinedToday();

    @Query("select count(this) where seen <= local datetime")
    long seenBefore();
}
