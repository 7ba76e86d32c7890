package dev.dovetail.orm.graph;

import dev.dovetail.repository.Load;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import jakarta.persistence.CascadeType;
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
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entities that refer to each other in circles. */
public final class Village {

    private Village() {}

    /** With an id that the application gives. */
    @Entity
    public static class Villager {
        /** Set by the application. */
        @Id
        public Integer id;

        /** Counted. */
        @Version
        public int version;

        /** Can be changed in place. */
        public byte[] photo = {0};

        /** Inserted and merged with it. */
        @ManyToOne(
                fetch = FetchType.LAZY,
                cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        public @Nullable House house;

        /** Nothing cascades. */
        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable Room room;

        /** Nothing cascades. */
        @OneToMany
        public List<Room> rooms = new ArrayList<>();

        /** The other side has the key. */
        @OneToOne(mappedBy = "holder")
        public @Nullable Pass pass;

        /** For the persistence. */
        protected Villager() {}

        /** A new one. */
        public Villager(int id) {
            this.id = id;
        }
    }

    /** With an id that is generated. */
    @Entity
    public static class House {
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
        public @Nullable Villager owner;

        /** Nothing cascades. */
        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable House next;

        /** Known without loading it. */
        public @Nullable Long getId() {
            return id;
        }
    }

    /** The house is a part of its id. */
    @Entity
    @IdClass(RoomId.class)
    public static class Room {
        /** A part of the id. */
        @Id
        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable House house;

        /** A part of the id. */
        @Id
        public int number;

        /** For the persistence. */
        protected Room() {}

        /** A new one. */
        public Room(House house, int number) {
            this.house = house;
            this.number = number;
        }
    }

    /** The id of a room. */
    public record RoomId(@Nullable Long house, int number) {}

    /** Has the key of the association. */
    @Entity
    public static class Pass {
        /** Set by the application. */
        @Id
        public @Nullable Integer id;

        /** Nothing cascades. */
        @OneToOne(fetch = FetchType.LAZY)
        public @Nullable Villager holder;

        /** In no order. */
        @ElementCollection
        public Set<String> stamps = new LinkedHashSet<>();

        /** Written and deleted with it. */
        @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
        public Set<Pass> copies = new LinkedHashSet<>();

        /** How often it was changed. */
        @Transient
        public int changes;

        /** Without an id. */
        public Pass() {}

        /** A new one. */
        public Pass(int id, String... stamps) {
            this.id = id;
            this.stamps.addAll(List.of(stamps));
        }

        @PreUpdate
        void changing() {
            changes++;
        }
    }

    /** Gets its id with its row, which must refer to a bell. */
    @Entity
    public static class Church {
        /** Given by the database. */
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public @Nullable Long id;

        /** Inserted with it. */
        @ManyToOne(fetch = FetchType.LAZY, optional = false, cascade = CascadeType.PERSIST)
        public @Nullable Bell bell;
    }

    /** Has the id of its church. */
    @Entity
    public static class Bell {
        /** That of the church. */
        @Id
        public @Nullable Long id;

        /** Gives the id. */
        @MapsId
        @OneToOne(fetch = FetchType.LAZY)
        public @Nullable Church church;
    }

    /** Gets its id with its row. */
    @Entity
    public static class Chapel {
        /** Given by the database. */
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public @Nullable Long id;

        /** Merged with it. */
        @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.MERGE)
        public @Nullable Verger verger;
    }

    /** With an id that the application gives, and a version that is null before it is inserted. */
    @Entity
    public static class Verger {
        /** Set by the application. */
        @Id
        public Integer id;

        /** Counted. */
        @Version
        public @Nullable Integer version;

        /** For the persistence. */
        protected Verger() {}

        /** A new one. */
        public Verger(int id) {
            this.id = id;
        }
    }

    /** Churches. */
    public interface Churches extends CrudRepository<Church, Long> {}

    /** Chapels. */
    public interface Chapels extends CrudRepository<Chapel, Long> {
        /** As Jakarta Persistence merges. */
        Chapel merge(Chapel chapel);
    }

    /** Vergers. */
    public interface Vergers extends CrudRepository<Verger, Integer> {}

    /** Villagers. */
    public interface Villagers extends CrudRepository<Villager, Integer> {
        /** As Jakarta Persistence merges. */
        Villager merge(Villager villager);

        /** Waits for the flush. */
        Villager add(Villager villager);

        /** Waits for the flush. */
        void remove(Villager villager);

        /** All of them, by their ids. */
        @Query("order by id")
        List<Villager> all();
    }

    /** Rooms. */
    public interface Rooms extends CrudRepository<Room, RoomId> {
        /** Those of a house. */
        @Find
        List<Room> of(@By("house") House house);
    }

    /** Passes. */
    public interface Passes extends CrudRepository<Pass, Integer> {
        /** As Jakarta Persistence merges. */
        Pass merge(Pass pass);

        /** Waits for the flush. */
        Pass add(Pass pass);

        /** With its copies. */
        @Find
        @Load("copies")
        Optional<Pass> withCopies(@By(By.ID) Integer id);

        /** With its stamps. */
        @Find
        @Load("stamps")
        Optional<Pass> whole(@By(By.ID) Integer id);
    }

    /** Houses. */
    public interface Houses extends CrudRepository<House, Long> {
        /** Waits for the flush. */
        House add(House house);

        /** As a statement. */
        @Delete
        long deleteNamed(@By("name") String name);
    }
}
