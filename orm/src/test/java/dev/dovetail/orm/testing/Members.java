package dev.dovetail.orm.testing;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;

/** The members. */
@Repository
public interface Members extends CrudRepository<Member, Long> {

    @Find
    Optional<Member> byEmail(String email);

    @Find
    @OrderBy("email")
    List<Member> list();
}
