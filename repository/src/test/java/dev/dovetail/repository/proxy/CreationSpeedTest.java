package dev.dovetail.repository.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.repository.memory.InMemoryPersistence;
import dev.dovetail.repository.proxy.Shop.Buyer;
import dev.dovetail.repository.proxy.Shop.Purchase;
import jakarta.data.Limit;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Prints how long it takes to read and check an interface. */
class CreationSpeedTest {

    /** Of 30 methods, those that it inherits included. */
    interface ThirtyMethods extends CrudRepository<Buyer, Long> {
        @Find
        Optional<Buyer> byEmail(String email);

        @Find
        @OrderBy("age")
        @OrderBy("id")
        List<Buyer> byAge(int age, Limit limit);

        @Query("where age > :age and (email like :pattern or email is null) order by age desc, id")
        List<Buyer> adults(int age, String pattern);

        @Query("select email where age between ?1 and ?2 order by email")
        List<String> emails(int from, int until);

        @Query("select count(this) where place.city = :city")
        long inCity(String city);

        @Query("update Buyer set age = age + 1, email = lower(email) where id = :id")
        int birthday(Long id);

        @Query("delete from Buyer where age < 18 or age > 99 and not email in :spared")
        long deleteThoseOutside(Set<String> spared);

        @Query("where length(email) + age * 2 >= abs(:number)")
        Page<Buyer> strange(long number, PageRequest page);

        Optional<Buyer> findByEmailIgnoreCase(String email);

        List<Buyer> findByAgeBetweenAndEmailNotNullOrderByAgeDescIdAsc(int from, int until);

        List<Buyer> findFirst3ByPlaceCityStartsWithOrAgeLessThanEqualOrderByIdDesc(String city, int age);

        CursoredPage<Buyer> findByAgeGreaterThanOrderByAgeAscIdAsc(int age, PageRequest page);

        long countByAgeIn(Set<Integer> ages);

        boolean existsByEmail(String email);

        long deleteByAgeLessThan(int age);

        List<Buyer> findByEmailEndsWith(String end);

        long count();

        boolean existsById(Long id);
    }

    @Test
    void anInterfaceIsReadInNoTime() {
        int rounds = 200;
        long first = now();
        read();
        first = now() - first;
        for (int i = 0; i < rounds; i++) {
            read();
        }
        long began = now();
        for (int i = 0; i < rounds; i++) {
            read();
        }
        System.out.printf(
                "[repository] reading an interface of %d methods: first %.1f ms, then %.2f ms%n",
                ThirtyMethods.class.getMethods().length, first / 1e6, (now() - began) / 1e6 / rounds);
        assertThat(read().count()).isZero();
    }

    interface Counted extends CrudRepository<Buyer, Long> {
        long count();
    }

    private static Counted read() {
        InMemoryPersistence persistence = InMemoryPersistence.of(Buyer.class, Purchase.class);
        assertThat(persistence.repository(ThirtyMethods.class)).isNotNull();
        return persistence.repository(Counted.class);
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
