package dev.dovetail.testing.contract.mapping;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Repository
interface Stickers extends CrudRepository<Sticker, Long> {

    @Find
    @OrderBy("text")
    List<Sticker> of(@Nullable Album album);

    @Delete
    long removeAll();
}
