package dev.dovetail.repository.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.memory.Forum.Member;
import dev.dovetail.repository.memory.Forum.Members;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** Prints how fast the fake is. What it asserts are the results: times depend on the machine. */
class SpeedTest {

    @Entity
    static class Item {
        @Id
        @GeneratedValue
        Long id;

        @Column(unique = true)
        String code;

        int price;
    }

    interface Items extends CrudRepository<Item, Long> {
        @Find
        Optional<Item> byCode(String code);

        @Find
        @OrderBy("code")
        List<Item> costing(int price);

        @Query("where code = :code and price >= 0")
        Optional<Item> queried(String code);
    }

    @Test
    void lookupsDoNotScan() {
        InMemoryPersistence persistence = InMemoryPersistence.of(Item.class);
        Items items = persistence.repository(Items.class);
        List<Item> all = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            Item item = new Item();
            item.code = "code " + i;
            item.price = i % 1000;
            all.add(item);
        }
        long began = now();
        items.insertAll(all);
        print("insert 100,000 in one transaction", (now() - began) / 1e6, "ms");
        Long id = all.get(50_000).id;
        Transactor tx = persistence.transactor();
        tx.run(() -> print(
                "find by id, managed",
                perCall(300_000, i -> assertThat(items.findById(id).isPresent()).isTrue()),
                "µs"));
        tx.run(() -> print("find by id, managed, without assertion", perCall(500_000, i -> items.findById(id)), "µs"));
        print("find by id, own transaction", perCall(200_000, i -> items.findById(id)), "µs");
        print("find by unique code, own transaction", perCall(200_000, i -> items.byCode("code 77777")), "µs");
        print("@Query by unique code, own transaction", perCall(100_000, i -> items.queried("code 77777")), "µs");
        print("query over 100,000 rows, sorted", perCall(20, i -> items.costing(7)) / 1000, "ms");
        assertThat(items.byCode("code 77777")).isPresent();
        assertThat(items.queried("code 77777")).isPresent();
        assertThat(items.costing(7)).hasSize(100);
    }

    @Test
    void aServiceTestIsCheap() {
        long began = now();
        serviceTest();
        print("first service test in this JVM part", (now() - began) / 1e6, "ms");
        print("opening a persistence of 4 entities", perCall(2_000, i -> Forum.open()) / 1000, "ms");
        print(
                "opening it, and reading a repository of 14 methods",
                perCall(2_000, i -> Forum.open().repository(Members.class)) / 1000,
                "ms");
        print("each further one, persistence included", perCall(2_000, i -> serviceTest()) / 1000, "ms");
    }

    private static void serviceTest() {
        try (InMemoryPersistence persistence = Forum.open()) {
            Members members = persistence.repository(Members.class);
            persistence.transactor().run(() -> {
                if (members.called("Ann").isEmpty()) {
                    members.insert(new Member("Ann", 1, 1));
                }
            });
            persistence.transactor().run(() -> members.called("Ann").orElseThrow().name = "Anna");
            assertThat(members.called("Anna")).isPresent();
        }
    }

    private static double perCall(int calls, IntConsumer work) {
        for (int i = 0; i < calls / 2; i++) {
            work.accept(i);
        }
        long began = now();
        for (int i = 0; i < calls; i++) {
            work.accept(i);
        }
        return (now() - began) / 1e3 / calls;
    }

    /** The processor time of this thread: what else the machine does counts as little as possible. */
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(String what, double figure, String unit) {
        System.out.printf("[fake] %s: %.3f %s%n", what, figure, unit);
    }
}
