package dev.dovetail.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.orm.model.User;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Prints what a repository adds to the Hibernate call beneath it. What it asserts are the results. */
@OnEachDatabase(TestEngine.SQLITE)
class RepositorySpeedTest extends ShopTest {

    interface Speedy extends DataRepository<User, Long> {
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

    @Test
    void aRepositoryAddsLittleToHibernate() {
        user("ann", 0);
        String email = "ann@example.com";
        Speedy speedy = persistence.repository(Speedy.class);
        tx.run(() -> {
            Session session = speedy.session();
            Map<String, IntConsumer> ways = new LinkedHashMap<>();
            ways.put("Hibernate's own query", i -> byHand(session, email));
            ways.put("@Find", i -> speedy.byEmail(email));
            ways.put("@Query", i -> speedy.queried(email));
            ways.put("by the name of the method", i -> speedy.findByEmailAndNameNotNull(email));
            Map<String, Double> best = new LinkedHashMap<>();
            for (int round = 0; round < 6; round++) {
                ways.forEach((name, way) -> best.merge(name, perCall(way), Math::min));
            }
            best.forEach((name, figure) -> System.out.printf("[repository] %s: %.1f µs%n", name, figure));
            assertThat(speedy.queried(email)).isEqualTo(speedy.byEmail(email)).isPresent();
            assertThat(byHand(session, email)).hasSize(1);
        });
    }

    private static List<User> byHand(Session session, String email) {
        return session.createSelectionQuery("select e from User e where e.email = :email", User.class)
                .setParameter("email", email)
                .setFirstResult(0)
                .setMaxResults(2)
                .getResultList();
    }

    private static double perCall(IntConsumer work) {
        int calls = 700;
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < calls; i++) {
            work.accept(i);
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / 1e3 / calls;
    }
}
