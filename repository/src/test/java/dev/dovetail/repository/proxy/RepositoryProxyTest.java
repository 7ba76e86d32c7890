package dev.dovetail.repository.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.repository.memory.InMemoryPersistence;
import dev.dovetail.repository.proxy.Shop.Buyer;
import dev.dovetail.repository.proxy.Shop.Place;
import dev.dovetail.repository.proxy.Shop.Purchase;
import jakarta.data.Order;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Cursor;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Save;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepositoryProxyTest {

    private final InMemoryPersistence persistence = InMemoryPersistence.of(Buyer.class, Purchase.class);

    /** Generic, so that the types of its methods are found through the interface that extends it. */
    interface Emails<E> {
        @Find
        Optional<E> byEmail(String email);
    }

    interface Buyers extends CrudRepository<Buyer, Long>, Emails<Buyer> {

        @Override
        @Find
        Optional<Buyer> findById(@By(By.ID) Long id);

        @Find
        @OrderBy("place_city")
        List<Buyer> in(@By("place_city") String city);

        default String failing(String message) throws IOException {
            throw new IOException(message);
        }

        default int countAll(int factor, String... unused) {
            return (int) count() * factor;
        }

        long count();

        static String help() {
            return "static methods are the interface's own";
        }
    }

    interface WithoutSupertype {
        @Insert
        void add(Buyer buyer);

        @Save
        List<Buyer> save(List<Buyer> buyers);

        boolean existsByAge(int age);
    }

    @Test
    void methodsOfGenericSupertypesAreServed() {
        Buyers buyers = persistence.repository(Buyers.class);
        Buyer buyer = buyers.insert(buyer("a@x", "Wien"));
        assertThat(buyers.byEmail("a@x")).get().extracting(found -> found.id).isEqualTo(buyer.id);
        CrudRepository<Buyer, Long> general = buyers;
        assertThat(general.findById(buyer.id)).isPresent();
        assertThat(buyers.in("Wien")).hasSize(1);
    }

    @Test
    void defaultMethodsOfPackagePrivateInterfacesRunAndThrowWhatTheyThrow() {
        Buyers buyers = persistence.repository(Buyers.class);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> buyers.failing("on purpose"))
                .withMessage("on purpose");
        buyers.insert(buyer("a@x", null));
        assertThat(buyers.countAll(2, "x", "y")).isEqualTo(2);
        assertThat(Buyers.help()).isNotEmpty();
    }

    @Test
    void aRepositoryNeedsNoSupertype() {
        WithoutSupertype repository = persistence.repository(WithoutSupertype.class);
        Buyer buyer = buyer("a@x", null);
        buyer.age = 7;
        repository.add(buyer);
        assertThat(repository.existsByAge(7)).isTrue();
        assertThat(repository.save(List.of(buyer("b@x", null)))).hasSize(1);
    }

    @Test
    void theSameInterfaceIsTheSameRepository() {
        Buyers buyers = persistence.repository(Buyers.class);
        assertThat(persistence.repository(Buyers.class)).isSameAs(buyers);
        assertThat(buyers)
                .isEqualTo(persistence.repository(Buyers.class))
                .isNotEqualTo(
                        InMemoryPersistence.of(Buyer.class, Purchase.class).repository(Buyers.class));
        assertThat(buyers).hasToString(Buyers.class.getName() + " (Dovetail repository)");
    }

    @Test
    void pagesByCursorAreRefusedNotAnsweredWrongly() {
        Buyers buyers = persistence.repository(Buyers.class);
        PageRequest request = PageRequest.afterCursor(Cursor.forKey(1L), 1, 10, false);
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> buyers.findAll(request, Order.by()));
    }

    private static Buyer buyer(String email, String city) {
        Buyer buyer = new Buyer();
        buyer.email = email;
        buyer.place = new Place();
        buyer.place.city = city;
        return buyer;
    }
}
