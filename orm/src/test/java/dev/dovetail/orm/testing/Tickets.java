package dev.dovetail.orm.testing;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Repository;

/** The tickets. */
@Repository
public interface Tickets extends CrudRepository<Ticket, Long> {}
