package dev.dovetail.repository.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.repository.Load;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.UnloadedAssociationException;
import dev.dovetail.repository.memory.InMemoryPersistence;
import jakarta.data.Limit;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lines of the README, compiled and run. */
class ReadmeTest {

    // README
    @Repository
    public interface Users extends CrudRepository<User, Long> {
        @Find
        Optional<User> byEmail(String email);

        @Find
        @OrderBy("id")
        List<User> list(Limit limit);

        @Find
        @Load("orders")
        @OrderBy("id")
        List<User> listWithOrders(Limit limit);

        @Query("where lower(name) like :pattern order by name")
        Page<User> named(String pattern, PageRequest page);

        List<User> findFirst3ByNameStartsWithOrderByNameDesc(String start);
    }

    @Test
    void aDuplicateIsRefusedAndTheWholeRegistrationTakenBack() {
        Persistence persistence = InMemoryPersistence.of(User.class, Order.class);
        Users users = persistence.repository(Users.class);
        users.insert(new User("ann@example.com", "Ann"));

        assertThatExceptionOfType(EntityExistsException.class)
                .isThrownBy(() -> persistence.transactor().run(() -> {
                    persistence.outbox().add("registered", "bob@example.com", "{}");
                    users.insert(new User("bob@example.com", "Bob"));
                    users.insert(new User("ann@example.com", "Ann again"));
                }));

        assertThat(users.byEmail("bob@example.com")).isEmpty();
        assertThat(users.named("a%", PageRequest.ofSize(20)).totalElements()).isEqualTo(1);
    }
    // end

    @Test
    void anUnloadedAssociationSaysWhatToWrite() {
        Persistence persistence = InMemoryPersistence.of(User.class, Order.class);
        Users users = persistence.repository(Users.class);
        User ann = users.insert(new User("ann@example.com", "Ann"));
        assertThatExceptionOfType(UnloadedAssociationException.class)
                .isThrownBy(() -> users.list(Limit.of(50)).get(0).getOrders().size())
                .withMessage("User.orders is not loaded, in User with id " + ann.getId() + ".\n"
                        + "  Likely cause: Users.list(Limit), which loaded it, did not ask for 'orders', and its unit"
                        + " of work has ended, so nothing can load it any more\n"
                        + "  Fix: @Load(\"orders\") on the repository method, or .load(selectin(User_.orders)) in a"
                        + " query of the unit of work\n"
                        + "  Code: DVT-601 (docs/errors.md)");
        assertThat(users.listWithOrders(Limit.of(50)).get(0).getOrders()).isEmpty();
    }

    @Test
    void theReadmeShowsTheseLines() throws IOException {
        String here = Files.readString(Path.of("src/test/java/dev/dovetail/repository/readme/ReadmeTest.java"));
        String shown = here.substring(here.indexOf("// README\n") + 10, here.indexOf("    // end"));
        String readme = Files.readString(Path.of("README.md"));
        String block = readme.substring(readme.indexOf("```java\n") + 8, readme.indexOf("\n```\n"));
        assertThat(block.replaceAll("\\s", "")).isEqualTo(shown.replaceAll("\\s", ""));
    }
}
