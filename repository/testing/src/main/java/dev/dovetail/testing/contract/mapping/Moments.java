package dev.dovetail.testing.contract.mapping;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;

@Repository
interface Moments extends CrudRepository<Moment, Integer> {
    @Find
    List<Moment> at(OffsetDateTime shifted);

    @Find
    List<Moment> zonedAt(ZonedDateTime zoned);

    @Query("where shifted > :from and zoned > :zoned")
    List<Moment> after(OffsetDateTime from, ZonedDateTime zoned);

    @Query("update Moment set instant = null where id < 0")
    long changeNone();

    @Find
    @OrderBy("shifted")
    List<Moment> byShifted();

    @Delete
    long removeAll();
}
