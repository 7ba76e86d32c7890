package dev.dovetail.examples.orders;

import static dev.dovetail.examples.orders.schema.Tables.PRODUCTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.examples.orders.model.Order;
import dev.dovetail.examples.orders.model.OrderLine;
import dev.dovetail.examples.orders.model.Product;
import dev.dovetail.examples.orders.model.User;
import dev.dovetail.examples.orders.service.Products;
import dev.dovetail.examples.orders.service.Users;
import dev.dovetail.migrations.Migrations;
import dev.dovetail.orm.HibernatePersistence;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.UnloadedAssociationException;
import dev.dovetail.repository.memory.InMemoryPersistence;
import jakarta.data.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines of the README at the root of the repository, compiled and run. */
class RootReadmeTest {

    private static final Class<?>[] ENTITIES = {User.class, Product.class, Order.class, OrderLine.class};

    @Test
    void theLinesThatShowThePointWork() {
        try (Database db = Database.open("sqlite:///:memory:");
                HibernatePersistence persistence = HibernatePersistence.of(db, ENTITIES)) {
            Migrations.of(db).upgrade();
            Users users = persistence.repository(Users.class);
            Products products = persistence.repository(Products.class);
            users.insert(new User("ann@example.com", "Ann"));
            products.insert(new Product("SAW", "A saw", 4_250, 10));
            // README
            persistence.transactor().run(() -> {
                Product saw = products.bySku("SAW").orElseThrow();
                saw.take(2); // Hibernate: pending, written when somebody looks
                persistence
                        .unitOfWork()
                        .sql() // jOOQ: the same connection and transaction, sees 8
                        .update(PRODUCTS)
                        .set(PRODUCTS.STOCK, PRODUCTS.STOCK.minus(1))
                        .execute();
                assertThat(saw.getStock()).isEqualTo(7); // and Hibernate sees what jOOQ wrote
            });

            User ann = users.list(Limit.of(50)).get(0);
            assertThatThrownBy(() -> ann.getOrders().size()) // no N+1 by accident: it says what to write instead
                    .isInstanceOf(UnloadedAssociationException.class);
            List<User> all = users.listWithOrders(Limit.of(50)); // @Load("orders"): exactly 2 statements

            Persistence fake = InMemoryPersistence.of(ENTITIES); // for unit tests, and it tells the truth
            Users fakeUsers = fake.repository(Users.class);
            fakeUsers.insert(new User("ann@example.com", "Ann"));
            assertThatThrownBy(() -> fakeUsers.insert(new User("ann@example.com", "Eve")))
                    .isInstanceOf(DuplicateKeyException.class);
            // end
            assertThat(all).hasSize(1);
        }
    }

    @Test
    void theReadmeShowsTheseLines() throws IOException {
        String here = Files.readString(Path.of("src/test/java/dev/dovetail/examples/orders/RootReadmeTest.java"));
        String shown = here.substring(here.indexOf("// README\n") + 10, here.indexOf("            // end"));
        String readme = Files.readString(Path.of("..", "..", "README.md"));
        int start = readme.indexOf("```java\n");
        String block = readme.substring(start + 8, readme.indexOf("\n```\n", start));
        assertThat(block.replaceAll("\\s", "")).isEqualTo(shown.replaceAll("\\s", ""));
    }
}
