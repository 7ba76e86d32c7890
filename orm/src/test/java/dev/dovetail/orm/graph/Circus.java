package dev.dovetail.orm.graph;

import dev.dovetail.repository.Load;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
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

        /** Nothing cascades. */
        @OneToMany
        @JoinColumn(name = "troupe_id")
        public List<Act> acts = new ArrayList<>();

        /** By their numbers; nothing cascades. */
        @OneToMany
        @JoinColumn(name = "numbered_id")
        @MapKeyColumn(name = "number")
        public Map<Integer, Act> numbered = new HashMap<>();

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

        /** Without id. */
        public Licence() {}

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

    /** Gets its id with its row. */
    @Entity
    public static class Master {
        /** Counted by the database. */
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public @Nullable Long id;

        /** Counted. */
        @Version
        public int version;

        /** Inserted with it. */
        @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
        public @Nullable Pupil best;

        /** Inserted with it. */
        @OneToMany(mappedBy = "master", cascade = CascadeType.PERSIST)
        public List<Pupil> pupils = new ArrayList<>();
    }

    /** The master is a part of its id. */
    @Entity
    @IdClass(PupilId.class)
    public static class Pupil {
        /** A part of the id. */
        @Id
        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable Master master;

        /** A part of the id. */
        @Id
        public int number;

        /** For the persistence. */
        protected Pupil() {}

        /** A new one. */
        public Pupil(Master master, int number) {
            this.master = master;
            this.number = number;
        }
    }

    /** The id of a pupil. */
    public record PupilId(@Nullable Long master, int number) {}

    /** In joined tables. */
    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Animal {
        /** Generated. */
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        public @Nullable UUID id;

        /** What tells it from others. */
        public @Nullable String name;
    }

    /** In between. */
    @Entity
    public static class Beast extends Animal {
        /** In kilograms. */
        public @Nullable Integer weight;
    }

    /** At the end. */
    @Entity
    public static class Tiger extends Beast {
        /** If they were counted. */
        public @Nullable Integer stripes;
    }

    /** In a table for each class. */
    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public static class Act {
        /** Set by the application. */
        @Id
        public Integer id;

        /** For the persistence. */
        protected Act() {}

        /** A new one. */
        public Act(int id) {
            this.id = id;
        }
    }

    /** Refers to a key of two columns. */
    @Entity
    public static class Solo extends Act {
        /** Nothing cascades. */
        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable Licence licence;

        /** For the persistence. */
        protected Solo() {}

        /** A new one. */
        public Solo(int id) {
            super(id);
        }
    }

    /** Troupes. */
    public interface Troupes extends CrudRepository<Troupe, Integer> {
        /** With its acts. */
        @Find
        @Load("acts")
        @Load("numbered")
        Optional<Troupe> withActs(@By(By.ID) Integer id);

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

    /** Masters. */
    public interface Masters extends CrudRepository<Master, Long> {}

    /** Pupils. */
    public interface Pupils extends CrudRepository<Pupil, PupilId> {
        /** Waits for the flush. */
        Pupil add(Pupil pupil);

        /** Reads it again. */
        void refresh(Pupil pupil);

        /** Those of a master. */
        @Find
        List<Pupil> of(@By("master") Master master);
    }

    /** Animals. */
    public interface Animals extends CrudRepository<Animal, UUID> {}

    /** Tigers. */
    public interface Tigers extends CrudRepository<Tiger, UUID> {
        /** Asks for attributes of each class. */
        @Query("select count(this) where (stripes is null or weight is null) and name = :name")
        long unknown(String name);
    }

    /** Acts. */
    public interface Acts extends CrudRepository<Act, Integer> {}
}
