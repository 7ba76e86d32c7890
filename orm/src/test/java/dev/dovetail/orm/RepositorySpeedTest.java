package dev.dovetail.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.orm.model.User;
import jakarta.data.repository.By;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Prints what a repository adds to the Hibernate call beneath it. What it asserts are the results. */
@OnEachDatabase(TestEngine.SQLITE)
class RepositorySpeedTest extends ShopTest {

    private static final int CALLS = 50;

    /** A third of them warms up; a JVM has compiled all of it after some 50,000 calls only. */
    private static final int ROUNDS = Boolean.getBoolean("dovetail.exhaustive") ? 4_000 : 60;

    interface Speedy extends DataRepository<User, Long> {
        @Find
        Optional<User> byId(@By("id") Long id);

        @Find
        Optional<User> byEmail(String email);

        @Query("where email = :email")
        Optional<User> queried(String email);

        Optional<User> findByEmailAndNameNotNull(String email);

        Session session();
    }

    RepositorySpeedTest(TestDatabase database) {
        super(database);
    }

    /** In a transaction; and, to compare the whole way, each call in one of its own. */
    @Test
    void aRepositoryAddsLittleToHibernate() {
        user("ann", 0);
        String email = "ann@example.com";
        Speedy speedy = persistence.repository(Speedy.class);
        tx.run(() -> {
            Session session = speedy.session();
            User ann = speedy.byEmail(email).orElseThrow();
            Map<String, Runnable> known = new LinkedHashMap<>();
            known.put("Hibernate's own find", () -> session.find(User.class, ann.getId()));
            known.put("the same by @Find", () -> speedy.byId(ann.getId()));
            print("an entity that is there", known);
            Map<String, Runnable> inside = new LinkedHashMap<>();
            inside.put("Hibernate's own query", () -> byHand(session, email));
            inside.put("the same by @Find", () -> speedy.byEmail(email));
            inside.put("by @Query", () -> speedy.queried(email));
            print("in a transaction", inside);
            Map<String, Runnable> named = new LinkedHashMap<>();
            named.put("Hibernate's own query", () -> byHand(session, email, " and e.name is not null"));
            named.put("by the name of the method", () -> speedy.findByEmailAndNameNotNull(email));
            print("with another condition", named);
        });
        Map<String, Runnable> outside = new LinkedHashMap<>();
        outside.put(
                "Hibernate's own query",
                () -> tx.readOnly().run(() -> byHand(persistence.unitOfWork().session(), email)));
        outside.put("the same by @Find", () -> speedy.byEmail(email));
        print("in one of its own", outside);
        assertThat(speedy.queried(email)).isPresent();
        tx.run(() ->
                assertThat(byHand(persistence.unitOfWork().session(), email)).hasSize(1));
    }

    /** The tenth of many short rounds, of all ways in turn: what else the machine does is in the slower ones. */
    private static void print(String where, Map<String, Runnable> ways) {
        Map<String, List<Long>> rounds = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            ways.forEach((name, way) ->
                    rounds.computeIfAbsent(name, unused -> new ArrayList<>()).add(nanos(way)));
        }
        double first = 0;
        for (Map.Entry<String, List<Long>> way : rounds.entrySet()) {
            List<Long> sorted =
                    way.getValue().stream().skip(ROUNDS / 3).sorted().toList();
            double figure = sorted.get(sorted.size() / 10) / 1e3 / CALLS;
            first = first == 0 ? figure : first;
            System.out.printf(
                    "[repository] %s, %s: %.2f µs of processor time (%+.2f)%n",
                    where, way.getKey(), figure, figure - first);
        }
    }

    private static List<User> byHand(Session session, String email) {
        return byHand(session, email, "");
    }

    private static List<User> byHand(Session session, String email, String more) {
        return session.createSelectionQuery("select e from User e where e.email = :email" + more, User.class)
                .setParameter("email", email)
                .setMaxResults(2)
                .getResultList();
    }

    private static long nanos(Runnable call) {
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
    }
}
