package dev.dovetail.orm.graph;

import dev.dovetail.repository.Load;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entities whose graphs are refused, or are written although nobody would write them so. */
public final class Circus {

    private Circus() {}

    /** Has artists. */
    @Entity
    public static class Troupe {
        /** Set by the application. */
        @Id
        public Integer id;

        /** Inserted and merged with it. */
        @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        public List<Artist> artists = new ArrayList<>();

        /** Inserted with it, and not merged. */
        @OneToMany(cascade = CascadeType.PERSIST)
        @JoinTable(name = "troupe_spare")
        public List<Tent> spares = new ArrayList<>();

        /** By their names; the tents know their troupe. */
        @OneToMany(mappedBy = "troupe")
        @MapKey(name = "name")
        public Map<String, Tent> tents = new HashMap<>();

        /** For the persistence. */
        protected Troupe() {}

        /** A new one. */
        public Troupe(int id) {
            this.id = id;
        }
    }

    /** In one table with the jugglers. */
    @Entity
    public static class Artist {
        /** Set by the application. */
        @Id
        public Integer id;

        /** For the persistence. */
        protected Artist() {}

        /** A new one. */
        public Artist(int id) {
            this.id = id;
        }
    }

    /** An artist of another class. */
    @Entity
    public static class Juggler extends Artist {
        /** For the persistence. */
        protected Juggler() {}

        /** A new one. */
        public Juggler(int id) {
            super(id);
        }
    }

    /** Belongs to a troupe. */
    @Entity
    public static class Tent {
        /** Generated. */
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        public @Nullable UUID id;

        /** Its key in the map of the troupe. */
        public @Nullable String name;

        /** Whose it is. */
        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable Troupe troupe;

        /** For the persistence. */
        protected Tent() {}

        /** A new one. */
        public Tent(String name, @Nullable Troupe troupe) {
            this.name = name;
            this.troupe = troupe;
        }
    }

    /** With an id of two parts. */
    @Entity
    @IdClass(LicenceId.class)
    public static class Licence {
        /** A part of the id. */
        @Id
        public String country;

        /** A part of the id. */
        @Id
        public int number;

        /** The other side has the key. */
        @OneToOne(mappedBy = "licence")
        public @Nullable Driver driver;

        /** For the persistence. */
        protected Licence() {}

        /** A new one. */
        public Licence(String country, int number) {
            this.country = country;
            this.number = number;
        }

        /** Known when it is loaded. */
        public @Nullable Driver getDriver() {
            return driver;
        }
    }

    /** The id of a licence. */
    public record LicenceId(String country, int number) {}

    /** Refers to a licence. */
    @Entity
    public static class Driver {
        /** Generated. */
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        public @Nullable UUID id;

        /** Has a key of two columns. */
        @OneToOne(fetch = FetchType.LAZY)
        public @Nullable Licence licence;

        /** Known without loading it. */
        public @Nullable UUID getId() {
            return id;
        }
    }

    /** Troupes. */
    public interface Troupes extends CrudRepository<Troupe, Integer> {
        /** As Jakarta Persistence merges. */
        Troupe merge(Troupe troupe);
    }

    /** Artists. */
    public interface Artists extends CrudRepository<Artist, Integer> {
        /** As Jakarta Persistence merges. */
        Artist merge(Artist artist);
    }

    /** Tents. */
    public interface Tents extends CrudRepository<Tent, UUID> {}

    /** Licences. */
    public interface Licences extends CrudRepository<Licence, LicenceId> {
        /** As Jakarta Persistence merges. */
        Licence merge(Licence licence);
    }

    /** Drivers. */
    public interface Drivers extends CrudRepository<Driver, UUID> {
        /** With its licence. */
        @Find
        @Load("licence")
        Optional<Driver> withLicence(@By(By.ID) UUID id);
    }
}
