package dev.dovetail.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.Database;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.Note;
import dev.dovetail.orm.model.Order;
import dev.dovetail.orm.model.OrderLine;
import dev.dovetail.orm.model.Role;
import dev.dovetail.orm.model.ShopSchema;
import dev.dovetail.orm.model.Team;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.work.UnitOfWork;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/**
 * Opens a database with a shop's tables once for each test class, empties them before each test, and looks for
 * connections not given back.
 */
public abstract class ShopTest {

    protected static final Table<Record> USERS = DSL.table(DSL.name("users"));
    protected static final Field<Long> USER_ID = DSL.field(DSL.name("users", "id"), SQLDataType.BIGINT);
    protected static final Field<String> USER_NAME = DSL.field(DSL.name("users", "name"), SQLDataType.VARCHAR);
    protected static final Table<Record> ORDERS = DSL.table(DSL.name("orders"));
    protected static final Field<Long> ORDER_ID = DSL.field(DSL.name("orders", "id"), SQLDataType.BIGINT);
    protected static final Field<Long> ORDER_USER = DSL.field(DSL.name("orders", "user_id"), SQLDataType.BIGINT);
    protected static final Field<String> ORDER_COMMENT = DSL.field(DSL.name("orders", "comment"), SQLDataType.VARCHAR);
    protected static final Table<Record> TEAMS = DSL.table(DSL.name("teams"));

    private static @Nullable OpenPersistence open;

    protected final TestDatabase database;
    protected final Database db;
    protected final HibernatePersistence persistence;
    protected final Transactor tx;

    protected ShopTest(TestDatabase database) {
        this.database = database;
        OpenPersistence opened = Objects.requireNonNull(open);
        this.db = opened.db();
        this.persistence = opened.persistence();
        this.tx = persistence.transactor();
    }

    @BeforeParameterizedClassInvocation
    static void openShop(TestDatabase database) {
        ShopSchema.create(database);
        open = OpenPersistence.of(
                database, User.class, Order.class, OrderLine.class, Note.class, Role.class, Team.class);
    }

    @AfterParameterizedClassInvocation
    static void closeShop() {
        if (open != null) {
            open.close();
        }
    }

    @BeforeEach
    void emptyTables() {
        ShopSchema.empty(db);
    }

    @AfterEach
    void givesEveryConnectionBack() {
        assertThat(db.pool().active()).as("connections still in use").isZero();
    }

    /** Runs a block with the unit of work of a transaction. */
    protected <T> T work(Function<UnitOfWork, T> block) {
        return tx.call(() -> block.apply(persistence.unitOfWork()));
    }

    /** Like {@link #work}, without a result. */
    protected void run(Consumer<UnitOfWork> block) {
        tx.run(() -> block.accept(persistence.unitOfWork()));
    }

    /** The statements that a block of a transaction sends. */
    protected List<String> statements(Runnable block) {
        return Statements.during(block::run).sql();
    }

    /** Stores a user with orders of one line each and returns its id. */
    protected Long user(String name, int orders) {
        return work(uow -> {
            User user = new User(name + "@example.com", name);
            for (int i = 1; i <= orders; i++) {
                user.order(i + ".50").line("product " + i, i);
            }
            uow.add(user);
            uow.flush();
            return user.getId();
        });
    }

    protected int count(Table<?> table) {
        return db.read(sql -> sql.fetchCount(table));
    }
}
