package dev.dovetail.orm.handwritten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.orm.HibernatePersistence;
import dev.dovetail.orm.HibernateRepository;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.NoResultException;
import dev.dovetail.repository.NotUniqueException;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.memory.InMemoryPersistence;
import dev.dovetail.repository.memory.InMemoryRepository;
import jakarta.data.exceptions.EntityExistsException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.query.Order;
import org.hibernate.query.restriction.Restriction;
import org.junit.jupiter.api.Test;

/** A service on repositories that are written by hand, in memory and on databases. */
abstract class RegisterContract {

    // HAND
    public interface Customers {
        Customer get(Long id);

        Optional<Customer> byEmail(String email);

        void add(Customer customer);

        List<Customer> list(int limit);
    }

    static class Register {
        private final Customers customers;
        private final Transactor tx;

        Register(Customers customers, Transactor tx) {
            this.customers = customers;
            this.tx = tx;
        }

        Customer register(String email, String name) {
            return tx.call(() -> {
                if (customers.byEmail(email).isPresent()) {
                    throw new IllegalArgumentException(email + " is registered already");
                }
                Customer customer = new Customer(email, name);
                customers.add(customer);
                return customer;
            });
        }
    }

    static class InMemoryCustomers extends InMemoryRepository<Customer, Long> implements Customers {
        InMemoryCustomers(InMemoryPersistence persistence) {
            super(persistence, Customer.class);
        }

        @Override
        public Optional<Customer> byEmail(String email) {
            return one(customer -> customer.getEmail().equals(email));
        }

        @Override
        public List<Customer> list(int limit) {
            return all().stream().limit(limit).toList();
        }
    }

    static class SqlCustomers extends HibernateRepository<Customer, Long> implements Customers {
        SqlCustomers(HibernatePersistence persistence) {
            super(persistence, Customer.class);
        }

        @Override
        public Optional<Customer> byEmail(String email) {
            return query(customers ->
                    customers.where(Restriction.equal(Customer_.email, email)).oneOrNone());
        }

        @Override
        public List<Customer> list(int limit) {
            return query(customers ->
                    customers.orderBy(Order.asc(Customer_.id)).limit(limit).list());
        }
    }
    // end

    /** What is tested beside the interface. */
    interface More extends Customers {
        Optional<Customer> find(Long id);

        void remove(Customer customer);

        long count();

        Optional<Customer> named(String name);
    }

    static final class MoreInMemory extends InMemoryCustomers implements More {
        MoreInMemory(InMemoryPersistence persistence) {
            super(persistence);
        }

        @Override
        public Optional<Customer> named(String name) {
            return one(customer -> customer.getName().equals(name));
        }
    }

    static final class MoreSql extends SqlCustomers implements More {
        MoreSql(HibernatePersistence persistence) {
            super(persistence);
        }

        @Override
        public Optional<Customer> named(String name) {
            return query(customers ->
                    customers.where(Restriction.equal(Customer_.name, name)).oneOrNone());
        }
    }

    abstract Persistence persistence();

    abstract More customers();

    private Customer registered(String email, String name) {
        return new Register(customers(), persistence().transactor()).register(email, name);
    }

    @Test
    void aDuplicateEmailIsRefused() {
        Customer ann = registered("ann@example.com", "Ann");
        assertThat(customers().get(Objects.requireNonNull(ann.getId())).getName())
                .isEqualTo("Ann");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> registered("ann@example.com", "Ann again"))
                .withMessage("ann@example.com is registered already");
        assertThat(customers().list(5)).extracting(Customer::getName).containsExactly("Ann");
    }

    @Test
    void theUniqueKeyStandsBehindTheService() {
        assertThatExceptionOfType(EntityExistsException.class)
                .isThrownBy(() -> persistence().transactor().run(() -> {
                    registered("ann@example.com", "Ann");
                    // Looks before the first one is written.
                    registered("ann@example.com", "Ann again");
                }));
        assertThat(customers().count()).isZero();
    }

    @Test
    void whatIsFoundInATransactionIsManaged() {
        Long id = Objects.requireNonNull(registered("ann@example.com", "Ann").getId());
        persistence().transactor().run(() -> customers().get(id).name = "Anna");
        assertThat(customers().byEmail("ann@example.com"))
                .get()
                .extracting(Customer::getName)
                .isEqualTo("Anna");
        persistence().transactor().run(() -> customers().remove(customers().get(id)));
        assertThat(customers().find(id)).isEmpty();
    }

    @Test
    void whatIsNotThereAndWhatIsNotManagedRaises() {
        Customer ann = registered("ann@example.com", "Ann");
        assertThatExceptionOfType(NoResultException.class)
                .isThrownBy(() -> customers().get(4711L))
                .withMessageContaining("There is no Customer with id 4711.");
        assertThatExceptionOfType(EntityStateException.class)
                .isThrownBy(() -> customers().remove(ann));
    }

    @Test
    void severalWhereOneIsAskedForRaise() {
        registered("ann@example.com", "Ann");
        registered("other@example.com", "Ann");
        assertThatExceptionOfType(NotUniqueException.class)
                .isThrownBy(() -> customers().named("Ann"));
        assertThat(customers().list(1)).hasSize(1);
    }
}
