package dev.dovetail.testing.contract.mapping;

import dev.dovetail.repository.Load;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Repository;
import java.util.Optional;

@Repository
interface Albums extends CrudRepository<Album, Long> {

    @Find
    @Load({"photos", "pages", "stickers", "songs", "guests", "crew"})
    Optional<Album> whole(Long id);

    @Delete
    long removeAll();
}
