package dev.dovetail.orm.graph;

import dev.dovetail.repository.Load;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entities that are written in part before the rest of their graph is refused. */
public final class Market {

    private Market() {}

    /** Gets its id with its row. */
    @Entity
    public static class Stall {
        /** Given by the database. */
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public @Nullable Long id;

        /** Every stall has its own. */
        @Column(unique = true, length = 20)
        public String name;

        /** Where it can be seen. */
        @ElementCollection
        public Set<Corner> corners = new LinkedHashSet<>();

        /** Merged with it. */
        @ManyToMany(cascade = CascadeType.MERGE)
        public Set<Ware> wares = new LinkedHashSet<>();

        /** Nothing cascades. */
        @ManyToMany
        @JoinTable(name = "stall_keepers")
        public Set<Keeper> keepers = new LinkedHashSet<>();

        /** Has a key of two columns. */
        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable Permit permit;

        /** The other side has the key. */
        @OneToMany(mappedBy = "stall")
        public List<Visit> visits = new ArrayList<>();

        /** How often it was told. */
        @Transient
        public int updates;

        /** For the persistence. */
        protected Stall() {}

        /** A new one. */
        public Stall(String name) {
            this.name = name;
        }

        @PreUpdate
        void updating() {
            updates++;
        }
    }

    /**
     * A part of the town.
     *
     * @param street its name
     * @param number unknown where there is no house
     */
    @Embeddable
    public record Corner(String street, @Nullable Integer number) {}

    /** Its version says whether it was inserted. */
    @Entity
    public static class Ware {
        /** Set by the application. */
        @Id
        public String code;

        /** Not set in a new one. */
        @Version
        public @Nullable Integer version;

        /** For the persistence. */
        protected Ware() {}

        /** A new one. */
        public Ware(String code) {
            this.code = code;
        }
    }

    /** Nobody knows without a look whether it was inserted. */
    @Entity
    public static class Keeper {
        /** Set by the application. */
        @Id
        public @Nullable String name;

        /** For the persistence. */
        protected Keeper() {}

        /** A new one. */
        public Keeper(@Nullable String name) {
            this.name = name;
        }
    }

    /** A reference is part of its id. */
    @Entity
    @IdClass(PermitId.class)
    public static class Permit {
        /** A part of the id. */
        @Id
        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable Keeper keeper;

        /** A part of the id. */
        @Id
        public Integer number;

        /** For the persistence. */
        protected Permit() {}

        /** A new one. */
        public Permit(@Nullable Keeper keeper, int number) {
            this.keeper = keeper;
            this.number = number;
        }
    }

    /** The id of a permit. */
    public record PermitId(String keeper, Integer number) {}

    /** Knows its stall. */
    @Entity
    public static class Visit {
        /** Generated. */
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        public @Nullable Long id;

        /** Has the key. */
        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable Stall stall;
    }

    /** Stalls. */
    public interface Stalls extends CrudRepository<Stall, Long> {
        /** As Jakarta Persistence merges. */
        Stall merge(Stall stall);

        /** With its corners. */
        @Find
        @Load("corners")
        Optional<Stall> withCorners(@By(By.ID) @Nullable Long id);
    }

    /** Wares. */
    public interface Wares extends CrudRepository<Ware, String> {}

    /** Keepers. */
    public interface Keepers extends CrudRepository<Keeper, String> {}

    /** Permits. */
    public interface Permits extends CrudRepository<Permit, PermitId> {}
}
