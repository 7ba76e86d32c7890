package dev.dovetail.orm.twin;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Repository;

@Repository
interface Fees extends CrudRepository<Fee, Integer> {}
