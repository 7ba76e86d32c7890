package dev.dovetail.core.error;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.core.Database;
import dev.dovetail.core.bulk.BulkRow;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.transaction.TransactionalRunnable;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Constraint, table, columns and the refused value are the same on every engine; what is secret is shown nowhere. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class ConstraintValuesTest {

    private static final Table<Record> USERS = DSL.table(DSL.name("users"));
    private static final Table<Record> ORDERS = DSL.table(DSL.name("orders"));
    private static final Field<Long> ID = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
    private static final Field<String> EMAIL = DSL.field(DSL.name("email"), SQLDataType.VARCHAR);
    private static final Field<String> PHONE = DSL.field(DSL.name("phone"), SQLDataType.VARCHAR);
    private static final Field<Integer> AGE = DSL.field(DSL.name("age"), SQLDataType.INTEGER);
    private static final Field<Integer> AREA = DSL.field(DSL.name("area"), SQLDataType.INTEGER);
    private static final Field<Integer> NUMBER = DSL.field(DSL.name("number"), SQLDataType.INTEGER);
    private static final Field<Long> USER_ID = DSL.field(DSL.name("user_id"), SQLDataType.BIGINT);

    private static final String SQLITE_LENGTH = ", constraint ck_users_email_length check (length(email) <= 20)";
    private final TestDatabase database;
    private final Database db;

    ConstraintValuesTest(TestDatabase database) {
        this.database = database;
        db = Database.open(
                database.url(),
                options -> options.secretColumns("people.phone").secretValues("hidden@example.com"::equals));
        for (String statement : List.of(
                "drop table if exists orders",
                "drop table if exists users",
                "drop table if exists people",
                "create table people (id bigint not null primary key, phone varchar(20) not null, age int,"
                        + " constraint uq_people_phone unique (phone), constraint ck_people_age check (age >= 0))",
                "create table users (id bigint not null, email varchar(20) not null, age int, area int, number int,"
                        + " constraint pk_users primary key (id), constraint uq_users_email unique (email),"
                        + " constraint uq_users_place unique (area, number),"
                        + " constraint ck_users_age check (age >= 0 and age < 1000)"
                        + (db.engine() == Engine.SQLITE ? SQLITE_LENGTH : "") + ")",
                "create table orders (id bigint not null, user_id bigint not null, constraint pk_orders primary key (id),"
                        + " constraint fk_orders_users foreign key (user_id) references users (id))",
                "insert into people values (1, '0049-1', 30)",
                "insert into users values (1, 'ann@example.com', 30, 1, 2)",
                "insert into users values (3, 'hidden@example.com', 30, 1, 3)",
                "insert into orders values (1, 1)")) {
            db.transaction(sql -> sql.execute(statement));
        }
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Throwable failing(TransactionalRunnable<RuntimeException> block) {
        return catchThrowable(() -> db.transactor().run(block));
    }

    private ConstraintDetails details(TransactionalRunnable<RuntimeException> block) {
        Throwable failure = failing(block);
        assertThat(failure).isInstanceOf(ConstraintViolation.class);
        return ((ConstraintViolation) failure).details();
    }

    private static ConstraintDetails details(
            @Nullable String constraint, String table, List<String> columns, Map<String, String> values) {
        return new ConstraintDetails(constraint, table, columns).with(values);
    }

    @Test
    void aKeyThatIsThereAlready() {
        assertThat(details(() -> db.access()
                        .sql()
                        .insertInto(USERS, ID, EMAIL)
                        .values(2L, "ann@example.com")
                        .execute()))
                .isEqualTo(details("uq_users_email", "users", List.of("email"), Map.of("email", "ann@example.com")));
        assertThat(details(() -> db.access()
                        .sql()
                        .insertInto(USERS, ID, EMAIL)
                        .values(1L, "bob@example.com")
                        .execute()))
                .isEqualTo(details(
                        db.engine() == Engine.MARIADB ? "PRIMARY" : "pk_users",
                        "users",
                        List.of("id"),
                        Map.of("id", "1")));
        assertThat(details(() -> db.access()
                        .sql()
                        .update(USERS)
                        .set(AREA, 1)
                        .set(NUMBER, 3)
                        .where(ID.eq(1L))
                        .execute()))
                .isEqualTo(details(
                        "uq_users_place", "users", List.of("area", "number"), Map.of("area", "1", "number", "3")));
    }

    @Test
    void throughCompiledStatementsAndBatches() {
        var compiled = db.compile(sql ->
                sql.insertInto(USERS, ID, EMAIL).values(DSL.param("id", Long.class), DSL.param("email", String.class)));
        assertThat(details(() ->
                        compiled.bind("id", 2L).bind("email", "ann@example.com").execute()))
                .isEqualTo(details("uq_users_email", "users", List.of("email"), Map.of("email", "ann@example.com")));
        ConstraintDetails inBatch = details(() -> db.access()
                .sql()
                .batch(db.access().sql().insertInto(USERS, ID, EMAIL).values((Long) null, null))
                .bind(4L, "four@example.com")
                .bind(2L, "ann@example.com")
                .bind(5L, "five@example.com")
                .execute());
        assertThat(inBatch)
                .isEqualTo(details("uq_users_email", "users", List.of("email"), Map.of("email", "ann@example.com")));
    }

    @Test
    void aParentThatIsNotThere() {
        assertThat(details(() -> db.access()
                        .sql()
                        .insertInto(ORDERS, ID, USER_ID)
                        .values(2L, 99L)
                        .execute()))
                .isEqualTo(details("fk_orders_users", "orders", List.of("user_id"), Map.of("user_id", "99")));
    }

    @Test
    void aChildThatIsStillThere() {
        assertThat(details(() ->
                        db.access().sql().deleteFrom(USERS).where(ID.eq(1L)).execute()))
                .isEqualTo(details("fk_orders_users", "orders", List.of("user_id"), Map.of("user_id", "1")));
        assertThat(details(() -> db.access()
                        .sql()
                        .update(USERS)
                        .set(ID, 9L)
                        .where(ID.eq(1L))
                        .execute()))
                .isEqualTo(details("fk_orders_users", "orders", List.of("user_id"), Map.of("user_id", "1")));
    }

    @Test
    void aNull() {
        assertThat(details(() -> db.access()
                        .sql()
                        .insertInto(USERS, ID, EMAIL)
                        .values(2L, (String) null)
                        .execute()))
                .isEqualTo(details(null, "users", List.of("email"), Map.of("email", "null")));
    }

    @Test
    void aTextThatIsTooLong() {
        String text = "a-very-long-address@example.com";
        assertThat(details(() -> db.access()
                        .sql()
                        .insertInto(USERS, ID, EMAIL)
                        .values(2L, text)
                        .execute()))
                .isEqualTo(details(
                        db.engine() == Engine.SQLITE ? "ck_users_email_length" : null,
                        "users",
                        List.of("email"),
                        Map.of("email", text)));
    }

    @Test
    void aFailedCheck() {
        assertThat(details(() -> db.access()
                        .sql()
                        .insertInto(USERS, ID, EMAIL, AGE)
                        .values(2L, "bob@example.com", -1)
                        .execute()))
                .isEqualTo(details("ck_users_age", "users", List.of("age"), Map.of("age", "-1")));
    }

    @Test
    void whatIsMarkedAsSecretIsShownNowhere() {
        Table<Record> people = DSL.table(DSL.name("people"));
        Throwable twin = failing(() -> db.access()
                .sql()
                .insertInto(people, ID, PHONE, AGE)
                .values(2L, "0049-1", 30)
                .execute());
        ConstraintDetails key = ((ConstraintViolation) twin).details();
        assertThat(key).isEqualTo(details("uq_people_phone", "people", List.of("phone"), Map.of()));
        assertThat(trace(twin)).doesNotContain("0049-1");
        Throwable unchecked = failing(() -> db.access()
                .sql()
                .insertInto(people, ID, PHONE, AGE)
                .values(2L, "0049-2", -1)
                .execute());
        assertThat(((ConstraintViolation) unchecked).details())
                .isEqualTo(details("ck_people_age", "people", List.of("age"), Map.of("age", "-1")));
        assertThat(trace(unchecked)).as("PostgreSQL quotes the row").doesNotContain("0049-2");
        Throwable secretValue = failing(() -> db.access()
                .sql()
                .insertInto(USERS, ID, EMAIL)
                .values(2L, "hidden@example.com")
                .execute());
        assertThat(((ConstraintViolation) secretValue).details())
                .isEqualTo(details("uq_users_email", "users", List.of("email"), Map.of()));
        assertThat(trace(secretValue)).doesNotContain("hidden@example.com");
        Throwable inBulk = catchThrowable(() -> db.bulk()
                .insert(people)
                .columns(ID, PHONE, AGE)
                .rows(java.util.stream.Stream.of("0049-3", "0049-1"), phone -> BulkRow.row(7L, phone, 1)));
        assertThat(trace(inBulk)).doesNotContain("0049-");
    }

    /** Everything that a log would show of it. */
    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void noConnectionIsTakenThatOthersWaitFor() {
        try (Database single = Database.open(database.url(), options -> options.poolSize(1))) {
            Throwable failure = catchThrowable(() -> single.transaction(sql -> sql.insertInto(USERS, ID, EMAIL)
                    .values(2L, "a-very-long-address@example.com")
                    .execute()));
            assertThat(failure).isInstanceOf(ValueTooLongException.class);
        }
    }
}
