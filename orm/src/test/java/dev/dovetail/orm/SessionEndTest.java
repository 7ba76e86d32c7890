package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.model.User_;
import dev.dovetail.orm.query.LoadOption;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.spi.SessionImplementor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A session ends without a word, and tells those that wait for its end how the transaction ended. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class SessionEndTest extends ShopTest {

    private final ListAppender<ILoggingEvent> warnings = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("org.hibernate");

    SessionEndTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void listen() {
        warnings.start();
        logger.addAppender(warnings);
    }

    @AfterEach
    void nothingWasWarnedOf() {
        logger.detachAppender(warnings);
        assertThat(warnings.list).isEmpty();
    }

    private static void renameAll(SessionImplementor session) {
        session.createMutationQuery("update User set name = 'x'").executeUpdate();
    }

    private static void tell(SessionImplementor session, List<Boolean> ends) {
        session.getActionQueue().registerCallback((committed, of) -> ends.add(committed));
    }

    @Test
    void afterACommit() {
        user("ann", 1);
        List<Boolean> ends = new ArrayList<>();
        run(uow -> {
            SessionImplementor session = (SessionImplementor) uow.session();
            renameAll(session);
            tell(session, ends);
        });
        assertThat(ends).containsExactly(true);
        run(uow -> assertThat(uow.select(User.class).one().getName()).isEqualTo("x"));
    }

    @Test
    void afterARollback() {
        user("ann", 1);
        List<Boolean> ends = new ArrayList<>();
        assertThatThrownBy(() -> run(uow -> {
                    SessionImplementor session = (SessionImplementor) uow.session();
                    renameAll(session);
                    tell(session, ends);
                    // Waits in a collection that is not loaded.
                    uow.select(User.class).one().order("2.00");
                    throw new IllegalStateException("back");
                }))
                .hasMessage("back");
        assertThat(ends).containsExactly(false);
    }

    @Test
    void afterANestedBlockWasRolledBackAndItsEntitiesAreAddedAgain() {
        Long id = user("ann", 1);
        run(uow -> {
            User ann = uow.select(User.class)
                    .load(LoadOption.selectin(User_.orders))
                    .one();
            User bob = new User("bob@example.com", "bob");
            bob.order("1.00").line("product", 1);
            assertThatThrownBy(() -> tx.nested().run(() -> {
                        uow.add(bob);
                        ann.order("2.00");
                        uow.flush();
                        renameAll((SessionImplementor) uow.session());
                        throw new IllegalStateException("back");
                    }))
                    .hasMessage("back");
            uow.add(bob);
            ann.order("3.00");
        });
        run(uow -> {
            assertThat(uow.select(User.class).count()).isEqualTo(2);
            assertThat(uow.collection(uow.get(User.class, id), User_.orders).count())
                    .isEqualTo(2);
        });
    }
}
