package dev.dovetail.testing.contract.mapping;

import dev.dovetail.repository.Load;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Repository;
import java.util.Optional;

@Repository
interface Recipes extends CrudRepository<Recipe, Long> {

    @Find
    @Load({"notes", "tags", "tastes", "steps", "ingredients", "prices", "spices"})
    Optional<Recipe> whole(Long id);

    @Find
    @Load("steps")
    Optional<Recipe> withSteps(Long id);

    @Delete
    long removeAll();
}
