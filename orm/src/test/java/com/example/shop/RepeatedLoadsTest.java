package com.example.shop;

import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.dovetail.core.Database;
import dev.dovetail.core.error.RepeatedStatementException;
import dev.dovetail.core.statement.RepeatedStatements;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.HibernatePersistence;
import dev.dovetail.orm.ShopTest;
import dev.dovetail.orm.model.Note;
import dev.dovetail.orm.model.Order;
import dev.dovetail.orm.model.OrderLine;
import dev.dovetail.orm.model.Role;
import dev.dovetail.orm.model.Team;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.work.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Loops that load something for each row are found, with their line and what they load. */
@OnEachDatabase({SQLITE, POSTGRESQL})
class RepeatedLoadsTest extends ShopTest {

    RepeatedLoadsTest(TestDatabase database) {
        super(database);
    }

    private List<Long> users() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(user("u" + i, 1));
        }
        return ids;
    }

    private void watching(RepeatedStatements reaction, Consumer<HibernatePersistence> work) {
        try (Database watched = Database.open(database.url(), options -> options.repeatedStatements(3, reaction));
                HibernatePersistence watching = HibernatePersistence.of(
                        watched, User.class, Order.class, OrderLine.class, Note.class, Role.class, Team.class)) {
            work.accept(watching);
        }
    }

    private static void in(HibernatePersistence watching, Consumer<UnitOfWork> work) {
        watching.transactor().run(() -> work.accept(watching.unitOfWork()));
    }

    @Test
    void theOneTooManyIsRefusedAndSaysWhatItLoads() {
        List<Long> ids = users();
        watching(RepeatedStatements.REFUSE, watching -> {
            in(
                    watching,
                    uow -> assertRefused(
                            "loading User.orders",
                            () -> watching.allowLazyLoading(() -> uow.select(User.class).list().stream()
                                    .mapToInt(user -> user.getOrders().size())
                                    .sum())));
            in(
                    watching,
                    uow -> assertRefused(
                            "loading Order.user",
                            () -> watching.allowLazyLoading(() -> uow.select(Order.class).list().stream()
                                    .map(order -> order.getUser().getName())
                                    .toList())));
            in(watching, uow -> assertRefused("for find(User)", () -> ids.forEach(id -> uow.get(User.class, id))));
            in(
                    watching,
                    uow -> assertThat(uow.select(User.class)
                                    .load(LoadOption.selectin("orders.lines"))
                                    .list())
                            .hasSize(5));
        });
    }

    private static void assertRefused(String purpose, Runnable loop) {
        assertThatThrownBy(loop::run)
                .isInstanceOf(RepeatedStatementException.class)
                .hasMessageContaining("for the 4th time, and the limit is 3")
                .hasMessageContaining("At com.example.shop.RepeatedLoadsTest.")
                .hasMessageContaining(", " + purpose + "\n");
    }

    @Test
    void theLogSaysItOnceWhenTheUnitOfWorkEnds() {
        users();
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger logger = (Logger) LoggerFactory.getLogger(RepeatedStatements.LOGGER);
        logger.addAppender(lines);
        logger.setAdditive(false);
        try {
            watching(
                    RepeatedStatements.LOG,
                    watching -> in(watching, uow -> {
                        int orders = watching.allowLazyLoading(() -> uow.select(User.class).list().stream()
                                .mapToInt(user -> user.getOrders().size())
                                .sum());
                        assertThat(orders).isEqualTo(5);
                    }));
        } finally {
            logger.detachAppender(lines);
        }
        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .startsWith(
                                "sent 5 times in one transaction, which is more than 3, at com.example.shop.RepeatedLoads")
                        .contains("), loading User.orders: select"));
    }
}
