package dev.dovetail.orm.twin;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Repository;

@Repository
interface Lockers extends CrudRepository<Locker, Integer> {}
