package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.Note;
import dev.dovetail.orm.model.Order;
import dev.dovetail.orm.model.OrderLine;
import dev.dovetail.orm.model.Role;
import dev.dovetail.orm.model.Team;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.work.UnitOfWork;
import org.hibernate.engine.spi.SessionImplementor;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL})
class ReadOnlySnapshotsTest extends ShopTest {

    ReadOnlySnapshotsTest(TestDatabase database) {
        super(database);
    }

    @Test
    void aReadOnlyUnitKeepsThemAndNoticesAChange() {
        Long id = user("ann", 0);
        assertThatThrownBy(() -> tx.readOnly().run(() -> {
                    User ann = persistence.unitOfWork().get(User.class, id);
                    assertThat(hasSnapshot(persistence.unitOfWork(), ann)).isTrue();
                    ann.setName("changed");
                }))
                .isInstanceOf(ReadOnlyException.class);
    }

    @Test
    void withoutThemAReadOnlyUnitWritesNothingAndSaysNothing() {
        Long id = user("ann", 1);
        try (HibernatePersistence lean = HibernatePersistence.of(
                db,
                options -> options.readOnlySnapshots(false),
                User.class,
                Order.class,
                OrderLine.class,
                Note.class,
                Role.class,
                Team.class)) {
            lean.transactor().readOnly().run(() -> {
                UnitOfWork uow = lean.unitOfWork();
                User ann = uow.get(User.class, id);
                assertThat(hasSnapshot(uow, ann)).isFalse();
                ann.setName("changed");
                assertThatThrownBy(() -> uow.add(new User("x@example.com", "x")))
                        .isInstanceOf(ReadOnlyException.class);
            });
            lean.transactor().run(() -> {
                User ann = lean.unitOfWork().get(User.class, id);
                assertThat(hasSnapshot(lean.unitOfWork(), ann)).isTrue();
                assertThat(ann.getName()).isEqualTo("ann");
                ann.setName("Anna");
            });
        }
        String name = work(uow -> uow.get(User.class, id).getName());
        assertThat(name).isEqualTo("Anna");
    }

    private static boolean hasSnapshot(UnitOfWork uow, Object entity) {
        return uow.session()
                        .unwrap(SessionImplementor.class)
                        .getPersistenceContextInternal()
                        .getEntry(entity)
                        .getLoadedState()
                != null;
    }
}
