package dev.dovetail.orm.twin;

import dev.dovetail.repository.Load;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Repository;
import java.util.Optional;

@Repository
interface Clubs extends CrudRepository<Club, String> {
    @Find
    @Load("members")
    Optional<Club> withMembers(String name);

    @Find
    @Load({"rooms", "prizes", "years", "byNumber"})
    Optional<Club> whole(String name);
}
