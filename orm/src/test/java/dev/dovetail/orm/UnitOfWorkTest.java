package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.User;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class UnitOfWorkTest extends ShopTest {

    UnitOfWorkTest(TestDatabase database) {
        super(database);
    }

    @Test
    void writesWhatWasAddedAndWhatChanged() {
        Long id = user("ann", 2);
        work(uow -> {
            uow.get(User.class, id).setName("Anna");
            return true;
        });
        String name = work(uow -> uow.get(User.class, id).getName());
        assertThat(name).isEqualTo("Anna");
        assertThat(count(ORDERS)).isEqualTo(2);
    }

    @Test
    void closesItsSessionAlsoWhenNothingWasFound() {
        Session session = work(uow -> {
            assertThat(uow.find(User.class, 1L)).isEmpty();
            return uow.session();
        });
        assertThat(session.isOpen()).isFalse();
    }

    @Test
    void takesBackANestedBlockInWhichNothingWasFound() {
        tx.run(() -> assertThatThrownBy(() -> tx.nested().run(() -> {
                    assertThat(persistence.unitOfWork().find(User.class, 1L)).isEmpty();
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose"));
    }
}
