package dev.dovetail.orm.graph;

import dev.dovetail.repository.Load;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entities with collections of every kind, which are merged. */
public final class Kitchen {

    private Kitchen() {}

    /** Owns collections. */
    @Entity
    public static class Cook {
        /** Generated. */
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        public @Nullable Long id;

        /** Counted. */
        @Version
        public int version;

        /** Merged, refreshed and detached with it. */
        @ManyToMany(cascade = {CascadeType.MERGE, CascadeType.REFRESH, CascadeType.DETACH})
        public Set<Dish> dishes = new LinkedHashSet<>();

        /** Inserted with it. */
        @OneToMany(cascade = CascadeType.PERSIST)
        public Set<Spice> spices = new LinkedHashSet<>();

        /** By guest. */
        @ElementCollection
        public Map<String, Integer> ratings = new LinkedHashMap<>();

        /** In no order. */
        @ElementCollection
        public List<String> notes = new ArrayList<>();

        /** In their order. */
        @ElementCollection
        @OrderColumn
        public List<String> steps = new ArrayList<>();

        /** By drawer. */
        @ElementCollection
        public Map<String, Knife> knives = new LinkedHashMap<>();
    }

    /** With an id that the application gives. */
    @Entity
    public static class Dish {
        /** Set by the application. */
        @Id
        public Integer id;

        /** Counted. */
        @Version
        public int version;

        /** What tells it from others. */
        public @Nullable String name;

        /** For the persistence. */
        protected Dish() {}

        /** A new one. */
        public Dish(int id, @Nullable String name) {
            this.id = id;
            this.name = name;
        }
    }

    /** With an id that the application gives, and no version that tells whether it is there. */
    @Entity
    public static class Spice {
        /** Set by the application. */
        @Id
        public Integer id;

        /** In no order. */
        @ElementCollection
        public Set<String> uses = new LinkedHashSet<>();

        /** For the persistence. */
        protected Spice() {}

        /** A new one. */
        public Spice(int id) {
            this.id = id;
        }
    }

    /**
     * All of it may be unknown.
     *
     * @param maker where it comes from
     * @param length in centimetres
     */
    @Embeddable
    public record Knife(@Nullable String maker, @Nullable Integer length) {}

    /** Cooks. */
    public interface Cooks extends CrudRepository<Cook, Long> {
        /** As Jakarta Persistence merges. */
        Cook merge(Cook cook);

        /** As it is in the database. */
        void refresh(Cook cook);

        /** Changed for nobody. */
        void detach(Cook cook);

        /** With all that it owns. */
        @Find
        @Load({"dishes", "ratings", "notes", "steps", "knives"})
        Optional<Cook> whole(@By(By.ID) @Nullable Long id);
    }

    /** Dishes. */
    public interface Dishes extends CrudRepository<Dish, Integer> {
        /** As Jakarta Persistence merges. */
        Dish merge(Dish dish);
    }

    /** Spices. */
    public interface Spices extends CrudRepository<Spice, Integer> {
        /** With their uses. */
        @Find
        @Load("uses")
        Optional<Spice> withUses(@By(By.ID) Integer id);
    }
}
