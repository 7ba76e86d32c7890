package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.portable.RowLock;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.User;
import dev.dovetail.repository.StaleEntityException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where two transactions can write at a time, which SQLite does not have. */
@OnEachDatabase({POSTGRESQL, H2, MARIADB})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RowLockStaleTest extends ShopTest {

    RowLockStaleTest(TestDatabase database) {
        super(database);
    }

    @Test
    void anEntityWhoseRowHasChangedIsStale() {
        Long id = user("ann", 0);
        assertThatThrownBy(() -> run(uow -> {
                    User ann = uow.get(User.class, id);
                    tx.requiresNew()
                            .run(() ->
                                    persistence.unitOfWork().get(User.class, id).setName("other"));
                    uow.lock(ann, RowLock.waiting());
                }))
                .isInstanceOf(StaleEntityException.class);
    }
}
