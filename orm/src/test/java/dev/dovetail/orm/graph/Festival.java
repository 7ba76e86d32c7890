package dev.dovetail.orm.graph;

import dev.dovetail.repository.Load;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entities with references that cascade this and not that. */
public final class Festival {

    private Festival() {}

    /** With an id that the application gives, and a version that is never null. */
    @Entity
    public static class Stage {
        /** Set by the application. */
        @Id
        public Integer id;

        /** Counted. */
        @Version
        public int version;

        /** Inserted and merged with it. */
        @ManyToOne(
                fetch = FetchType.LAZY,
                cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        public @Nullable Band headliner;

        /** For the persistence. */
        protected Stage() {}

        /** A new one. */
        public Stage(int id) {
            this.id = id;
        }

        /** Known without loading it. */
        public Integer getId() {
            return id;
        }

        /** Known when it is loaded. */
        public @Nullable Band getHeadliner() {
            return headliner;
        }
    }

    /** With an id that is generated. */
    @Entity
    public static class Band {
        /** Generated. */
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        public @Nullable Long id;

        /** Counted. */
        @Version
        public int version;

        /** What tells it from others. */
        public @Nullable String name;

        /** Nothing cascades. */
        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable Stage home;

        /** Inserted with it. */
        @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
        public @Nullable Stage birthplace;

        /** Inserted with it. */
        @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
        public @Nullable Agent agent;

        /** Inserted with it. */
        @OneToMany(mappedBy = "headliner", cascade = CascadeType.PERSIST)
        public List<Stage> stages = new ArrayList<>();

        /** Deleted with it. */
        @OneToMany(mappedBy = "band", orphanRemoval = true)
        public List<Gig> gigs = new ArrayList<>();

        /** For the persistence. */
        protected Band() {}

        /** A new one. */
        public Band(String name) {
            this.name = name;
        }
    }

    /** Refers to nothing. */
    @Entity
    public static class Agent {
        /** Generated. */
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        public @Nullable UUID id;

        /** What tells it from others. */
        public @Nullable String name;

        /** Spoken. */
        @ElementCollection
        public Set<String> languages = new HashSet<>();

        /** For the persistence. */
        protected Agent() {}

        /** A new one. */
        public Agent(String name) {
            this.name = name;
        }

        /** Known when it is loaded. */
        public @Nullable String getName() {
            return name;
        }
    }

    /** Must have a band. */
    @Entity
    public static class Gig {
        /** Generated. */
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        public @Nullable UUID id;

        /** Required, and nothing cascades. */
        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        public @Nullable Band band;

        /** Deleted when it is left alone. */
        @OneToOne(fetch = FetchType.LAZY, orphanRemoval = true)
        public @Nullable Agent promoter;

        /** For the persistence. */
        protected Gig() {}

        /** A new one. */
        public Gig(@Nullable Band band) {
            this.band = band;
        }
    }

    /** Has the id of its band. */
    @Entity
    public static class Contract {
        /** That of the band. */
        @Id
        public @Nullable Long id;

        /** Gives the id. */
        @MapsId
        @OneToOne(fetch = FetchType.LAZY)
        public @Nullable Band band;

        /** For the persistence. */
        protected Contract() {}

        /** A new one. */
        public Contract(Band band) {
            this.band = band;
        }
    }

    /** The band is a part of its id. */
    @Entity
    @IdClass(EncoreId.class)
    public static class Encore {
        /** A part of the id. */
        @Id
        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable Band band;

        /** A part of the id. */
        @Id
        public int number;

        /** For the persistence. */
        protected Encore() {}

        /** A new one. */
        public Encore(Band band, int number) {
            this.band = band;
            this.number = number;
        }
    }

    /** The id of an encore. */
    public record EncoreId(@Nullable Long band, int number) {}

    /** With an id that the database gives together with its row. */
    @Entity
    public static class Poster {
        /** Given by the database. */
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public @Nullable Long id;

        /** Short. */
        @Column(length = 20)
        public @Nullable String title;

        /** Nothing cascades. */
        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable Poster original;

        /** Inserted with it, and after it. */
        @OneToOne(mappedBy = "poster", cascade = CascadeType.PERSIST)
        public @Nullable Frame frame;
    }

    /** With an id that the application gives, and a version that is null before it is inserted. */
    @Entity
    public static class Frame {
        /** Set by the application. */
        @Id
        public @Nullable Integer id;

        /** Counted. */
        @Version
        public @Nullable Integer version;

        /** Inserted with it. */
        @OneToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
        public @Nullable Poster poster;

        /** Inserted with it. */
        @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
        public @Nullable Frame neighbour;

        /** For the persistence. */
        protected Frame() {}

        /** A new one. */
        public Frame(int id, @Nullable Poster poster) {
            this.id = id;
            this.poster = poster;
        }
    }

    /** Has the id of its poster. */
    @Entity
    public static class Copy {
        /** That of the poster. */
        @Id
        public @Nullable Long id;

        /** Gives the id. */
        @MapsId
        @OneToOne(fetch = FetchType.LAZY)
        public @Nullable Poster poster;

        /** For the persistence. */
        protected Copy() {}

        /** A new one. */
        public Copy(Poster poster) {
            this.poster = poster;
        }
    }

    /** The poster is a part of its id. */
    @Entity
    @IdClass(PrintId.class)
    public static class Print {
        /** A part of the id. */
        @Id
        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable Poster poster;

        /** A part of the id. */
        @Id
        public int number;

        /** For the persistence. */
        protected Print() {}

        /** A new one. */
        public Print(Poster poster, int number) {
            this.poster = poster;
            this.number = number;
        }
    }

    /** The id of a print. */
    public record PrintId(@Nullable Long poster, int number) {}

    /** Stages. */
    public interface Stages extends CrudRepository<Stage, Integer> {
        /** As Jakarta Persistence merges. */
        Stage merge(Stage stage);

        /** Waits for the flush. */
        Stage add(Stage stage);
    }

    /** Bands. */
    public interface Bands extends CrudRepository<Band, Long> {
        /** Waits for the flush. */
        Band add(Band band);

        /** As Jakarta Persistence merges. */
        Band merge(Band band);

        /** Waits for the flush. */
        void remove(Band band);

        /** With its gigs. */
        @Find
        @Load("gigs")
        Optional<Band> withGigs(@By(By.ID) Long id);

        /** With its stages. */
        @Find
        @Load("stages")
        Optional<Band> withStages(@By(By.ID) Long id);
    }

    /** Agents. */
    public interface Agents extends CrudRepository<Agent, UUID> {
        /** With the languages. */
        @Find
        @Load("languages")
        Optional<Agent> withLanguages(@By(By.ID) UUID id);
    }

    /** Gigs. */
    public interface Gigs extends CrudRepository<Gig, UUID> {
        /** Waits for the flush. */
        Gig add(Gig gig);
    }

    /** Contracts. */
    public interface Contracts extends CrudRepository<Contract, Long> {
        /** As Jakarta Persistence merges. */
        Contract merge(Contract contract);
    }

    /** Encores. */
    public interface Encores extends CrudRepository<Encore, EncoreId> {
        /** As Jakarta Persistence merges. */
        Encore merge(Encore encore);
    }

    /** Posters. */
    public interface Posters extends CrudRepository<Poster, Long> {
        /** Waits for the flush. */
        Poster add(Poster poster);

        /** Reads it again. */
        void refresh(Poster poster);
    }

    /** Prints. */
    public interface Prints extends CrudRepository<Print, PrintId> {
        /** Waits for the flush. */
        Print add(Print print);
    }

    /** Copies. */
    public interface Copies extends CrudRepository<Copy, Long> {
        /** Waits for the flush. */
        Copy add(Copy copy);
    }

    /** Frames. */
    public interface Frames extends CrudRepository<Frame, Integer> {
        /** Waits for the flush. */
        Frame add(Frame frame);
    }
}
