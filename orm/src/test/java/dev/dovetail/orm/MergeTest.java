package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.Order;
import dev.dovetail.orm.model.OrderLine;
import dev.dovetail.orm.model.Order_;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.model.User_;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.UnloadedAssociationException;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.Test;

/** Detached graphs come back with what is loaded in them; what is not loaded stays as it is in the database. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class MergeTest extends ShopTest {

    MergeTest(TestDatabase database) {
        super(database);
    }

    private User detached(LoadOption... loads) {
        return work(uow -> uow.select(User.class).load(loads).one());
    }

    @Test
    void unloadedAssociationsStayAsTheyAre() {
        Long id = user("ann", 2);
        User ann = detached();
        ann.setName("Anna");
        run(uow -> {
            User merged = uow.merge(ann);
            assertThat(merged).isNotSameAs(ann);
            assertThat(merged.getName()).isEqualTo("Anna");
            assertThat(Hibernate.isInitialized(merged.getTeams())).isFalse();
            assertThatThrownBy(() -> merged.getTeams().size())
                    .isInstanceOf(UnloadedAssociationException.class)
                    .hasMessageContaining("merge(User)");
        });
        assertThat(count(ORDERS)).isEqualTo(2);
        run(uow -> assertThat(uow.get(User.class, id).getName()).isEqualTo("Anna"));
    }

    @Test
    void aLoadedPartIsMergedWhatIsUnloadedBehindItIsNot() {
        user("ann", 2);
        User ann = detached(LoadOption.selectin(User_.orders));
        Order changed = ann.getOrders().get(0);
        changed.setComment("merged");
        run(uow -> uow.merge(ann));
        run(uow -> {
            assertThat(uow.select(OrderLine.class).count())
                    .as("lines of unloaded collections")
                    .isEqualTo(2);
            assertThat(uow.get(Order.class, changed.getId()).getComment()).isEqualTo("merged");
        });
    }

    @Test
    void whatWasTakenFromALoadedCollectionIsAnOrphan() {
        user("ann", 2);
        User ann = detached(LoadOption.selectin(User_.orders, Order_.lines));
        Order gone = ann.getOrders().remove(0);
        ann.getOrders().get(0).getLines().clear();
        ann.order("7.00");
        run(uow -> uow.merge(ann));
        run(uow -> {
            assertThat(uow.find(Order.class, gone.getId())).isEmpty();
            assertThat(uow.select(Order.class).count()).isEqualTo(2);
            assertThat(uow.select(OrderLine.class).count()).isZero();
        });
    }

    @Test
    void aRowThatChangedMeanwhileIsStaleAndNothingIsWritten() {
        Long id = user("ann", 1);
        User ann = detached(LoadOption.selectin(User_.orders));
        run(uow -> uow.get(User.class, id).setName("theirs"));
        ann.setName("mine");
        ann.getOrders().get(0).setComment("mine");
        assertThatThrownBy(() -> run(uow -> uow.merge(ann)))
                .isInstanceOf(StaleEntityException.class)
                .hasMessageContaining("User with id " + id);
        run(uow -> {
            assertThat(uow.get(User.class, id).getName()).isEqualTo("theirs");
            assertThat(uow.select(Order.class).one().getComment()).isNull();
        });
    }

    @Test
    void aFailureOfWhatWasMergedIsTypedToo() {
        user("ann", 0);
        Long bob = user("bob", 0);
        User twin = work(uow -> uow.get(User.class, bob));
        twin.setEmail("ann@example.com");
        assertThatThrownBy(() -> run(uow -> uow.merge(twin))).isInstanceOf(DuplicateKeyException.class);
    }
}
