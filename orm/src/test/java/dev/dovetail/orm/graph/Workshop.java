package dev.dovetail.orm.graph;

import dev.dovetail.repository.Load;
import dev.dovetail.repository.Lock;
import dev.dovetail.repository.LockMode;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hierarchies, and what refers to them. */
public final class Workshop {

    private Workshop() {}

    /** In a table of its own, as the classes that inherit from it. */
    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    @Table(name = "workshop_tool", uniqueConstraints = @UniqueConstraint(columnNames = "name"))
    public static class Tool {
        /** Set by the application. */
        @Id
        public Integer id;

        /** Unique in its own table. */
        public @Nullable String name;

        /** For the persistence. */
        protected Tool() {}

        /** A new one. */
        public Tool(int id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    /** In a table without the unique key. */
    @Entity
    public static class PowerTool extends Tool {
        /** For the persistence. */
        protected PowerTool() {}

        /** A new one. */
        public PowerTool(int id, String name) {
            super(id, name);
        }
    }

    /** With other classes in other tables that are joined. */
    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Worker {
        /** Set by the application. */
        @Id
        public Integer id;

        /** Nothing cascades. */
        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable Master teacher;

        /** For the persistence. */
        protected Worker() {}

        /** A new one. */
        public Worker(int id) {
            this.id = id;
        }
    }

    /** One of them. */
    @Entity
    public static class Master extends Worker {
        /** For the persistence. */
        protected Master() {}

        /** A new one. */
        public Master(int id) {
            super(id);
        }
    }

    /** Another one. */
    @Entity
    public static class Helper extends Worker {
        /** For the persistence. */
        protected Helper() {}

        /** A new one. */
        public Helper(int id) {
            super(id);
        }
    }

    /** Refers to a worker of any class. */
    @Entity
    public static class Task {
        /** Set by the application. */
        @Id
        public Integer id;

        /** Not loaded with it. */
        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable Worker worker;

        /** For the persistence. */
        protected Task() {}

        /** A new one. */
        public Task(int id, Worker worker) {
            this.id = id;
            this.worker = worker;
        }
    }

    /** Tools. */
    public interface Tools extends CrudRepository<Tool, Integer> {
        /** Waits for the row. */
        @Find
        @Lock
        Optional<Tool> locked(@By(By.ID) Integer id);

        /** Does not wait. */
        @Find
        @Lock(LockMode.NO_WAIT)
        Optional<Tool> lockedAtOnce(@By(By.ID) Integer id);

        /** In pages. */
        @Find
        @Lock
        @OrderBy("id")
        CursoredPage<Tool> lockedPage(PageRequest page);

        /** Without those that others have locked. */
        @Find
        @Lock(LockMode.SKIP_LOCKED)
        @OrderBy("id")
        List<Tool> free();
    }

    /** Workers. */
    public interface Workers extends CrudRepository<Worker, Integer> {}

    /** Masters. */
    public interface Masters extends CrudRepository<Master, Integer> {}

    /** Tasks. */
    public interface Tasks extends CrudRepository<Task, Integer> {
        /** As Jakarta Persistence merges. */
        Task merge(Task task);

        /** Waits for the flush. */
        Task add(Task task);

        /** With its worker. */
        @Find
        @Load("worker")
        Optional<Task> withWorker(@By(By.ID) Integer id);
    }
}
