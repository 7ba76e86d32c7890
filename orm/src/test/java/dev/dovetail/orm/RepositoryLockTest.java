package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.User;
import dev.dovetail.repository.Lock;
import dev.dovetail.repository.LockMode;
import jakarta.data.repository.By;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Locks of repositories, against a second transaction. On SQLite there is none beside a transaction that writes. */
@OnEachDatabase({POSTGRESQL, H2, MARIADB})
@Timeout(60)
class RepositoryLockTest extends ShopTest {

    interface Locking extends DataRepository<User, Long> {
        @Find
        @Lock
        Optional<User> locked(@By(By.ID) Long id);

        @Find
        @Lock(LockMode.NO_WAIT)
        Optional<User> lockedAtOnce(@By(By.ID) Long id);

        @Query("where name <> '' order by name")
        @Lock(LockMode.SKIP_LOCKED)
        List<User> free();
    }

    RepositoryLockTest(TestDatabase database) {
        super(database);
    }

    @Test
    void aLockedRowIsRefusedOrLeftOut() {
        Long ann = user("ann", 0);
        user("bob", 0);
        Locking users = persistence.repository(Locking.class);
        tx.run(() -> {
            assertThat(users.locked(ann)).isPresent();
            assertThatThrownBy(() -> tx.requiresNew().run(() -> users.lockedAtOnce(ann)))
                    .isInstanceOf(TransientConflictException.class);
            tx.requiresNew()
                    .run(() ->
                            assertThat(users.free()).extracting(User::getName).containsExactly("bob"));
        });
        tx.run(() -> assertThat(users.free()).hasSize(2));
    }
}
