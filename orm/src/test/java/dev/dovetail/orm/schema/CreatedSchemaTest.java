package dev.dovetail.orm.schema;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.core.Database;
import dev.dovetail.core.error.ConstraintViolation;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.databases.Checkpoint;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.HibernatePersistence;
import dev.dovetail.orm.OpenPersistence;
import dev.dovetail.orm.error.OrmError;
import dev.dovetail.orm.error.WorkException;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.schema.Company.Badge;
import dev.dovetail.orm.schema.Company.Department;
import dev.dovetail.orm.schema.Company.Desk;
import dev.dovetail.orm.schema.Company.Employee;
import dev.dovetail.orm.schema.Company.Level;
import dev.dovetail.orm.schema.Company.Skill;
import dev.dovetail.orm.work.UnitOfWork;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.Hibernate;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Tables made from entities hold what the entities say, under the names of the convention. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class CreatedSchemaTest {

    private static @Nullable OpenPersistence open;
    private static @Nullable Checkpoint checkpoint;

    private final TestDatabase database;
    private final Database db;
    private final HibernatePersistence persistence;

    CreatedSchemaTest(TestDatabase database) {
        this.database = database;
        this.db = Objects.requireNonNull(open).db();
        this.persistence = Objects.requireNonNull(open).persistence();
    }

    @BeforeParameterizedClassInvocation
    static void openCompany(TestDatabase database) {
        open = OpenPersistence.of(database, Company.ENTITIES);
        open.persistence().createAll();
        checkpoint = database.checkpoint();
    }

    @AfterParameterizedClassInvocation
    static void closeCompany() {
        if (open != null) {
            open.persistence().dropAll();
            open.close();
        }
    }

    @AfterEach
    void emptyTables() {
        Objects.requireNonNull(checkpoint).restore();
        assertThat(db.pool().active()).as("connections still in use").isZero();
    }

    private void run(Consumer<UnitOfWork> block) {
        persistence.transactor().run(() -> block.accept(persistence.unitOfWork()));
    }

    private Department sales() {
        Department sales = new Department("sales", "Bern");
        run(uow -> uow.add(sales));
        return sales;
    }

    /** Fields of a proxy are empty. */
    @SuppressWarnings("unchecked")
    private static <T> T real(T proxy) {
        return (T) Hibernate.unproxy(proxy);
    }

    private int count(String table) {
        return db.read(sql -> sql.fetchCount(DSL.table(DSL.name(table))));
    }

    /** SQLite says the columns of what is not unique, and nothing of a missing parent. */
    private void assertViolates(String constraint, String columns, ThrowingCallable work) {
        assertThat(catchThrowable(work)).isInstanceOfSatisfying(ConstraintViolation.class, failure -> {
            if (database.engine() != SQLITE) {
                assertThat(failure.details().constraint()).isEqualTo(constraint);
            } else if (constraint.startsWith("uq_")) {
                assertThat(failure.details().table() + " " + failure.details().columns())
                        .isEqualTo(columns);
            }
        });
    }

    @Test
    void everyRelationshipAndDefaultGoesInAndOut() {
        Instant before = Instant.now().minus(Duration.ofSeconds(1));
        run(uow -> {
            Department company = new Department("company", null);
            Department sales = new Department("sales", "Bern");
            sales.parent = company;
            Department buying = new Department("buying", "Bern");
            buying.parent = company;
            Desk desk = new Desk(1L);
            Skill sql = new Skill("SQL");
            Employee ann = new Employee(sales, "ann@example.com");
            ann.desk = desk;
            ann.skills.add(sql);
            ann.nicknames.addAll(List.of("b", "a", "c"));
            ann.level = Level.SENIOR;
            ann.salary = new BigDecimal("10.25");
            sales.employees.add(ann);
            uow.addAll(List.of(company, sales, buying, desk, sql));
            if (database.engine() != SQLITE) {
                uow.add(new Badge());
            }
        });
        run(uow -> {
            Employee ann = uow.select(Employee.class)
                    .load(
                            LoadOption.selectin("department.parent.children"),
                            LoadOption.selectin("department.stars"),
                            LoadOption.selectin("desk"),
                            LoadOption.selectin("skills"),
                            LoadOption.selectin("nicknames"))
                    .one();
            Department sales = real(ann.department);
            assertThat(real(sales.parent).children)
                    .extracting(child -> real(child).name)
                    .containsExactly("sales", "buying");
            assertThat(sales.stars).isEmpty();
            assertThat(real(ann.desk).employee).isSameAs(ann);
            assertThat(ann.skills).extracting(skill -> skill.name).containsExactly("SQL");
            assertThat(ann.nicknames).containsExactly("b", "a", "c");
            assertThat(ann.level).isEqualTo(Level.SENIOR);
            assertThat(ann.salary).isEqualByComparingTo("10.25");
            assertThat(ann.createdAt).isBetween(before, Instant.now().plus(Duration.ofSeconds(1)));
            assertThat(ann.rating).isEqualTo(7);
        });
    }

    @Test
    void aDuplicateNamesItsConstraint() {
        Department sales = sales();
        run(uow -> uow.add(new Employee(uow.get(Department.class, sales.id), "ann@example.com")));
        assertViolates(
                "uq_employees_email",
                "employees [email]",
                () -> run(uow -> uow.add(new Employee(uow.get(Department.class, sales.id), "ann@example.com"))));
        assertViolates(
                "uq_departments_name_city",
                "departments [name, city]",
                () -> run(uow -> uow.add(new Department("sales", "Bern"))));
    }

    @Test
    void aOneToOneIsUnique() {
        Department sales = sales();
        run(uow -> uow.add(new Desk(1L)));
        Consumer<UnitOfWork> sit = uow -> {
            Employee employee = new Employee(uow.get(Department.class, sales.id), null);
            employee.desk = uow.get(Desk.class, 1L);
            uow.add(employee);
        };
        run(sit);
        assertViolates("uq_employees_desk_id", "employees [desk_id]", () -> run(sit));
    }

    @Test
    void aMissingParentNamesItsConstraint() {
        assertViolates(
                "fk_departments_parent_id",
                "",
                () -> run(uow -> uow.sql().execute("insert into departments (name, parent_id) values ('lost', 99)")));
    }

    @Test
    void aCheckNamesItsConstraint() {
        Department sales = sales();
        assertThat(catchThrowable(() -> run(uow -> {
                    Employee employee = new Employee(uow.get(Department.class, sales.id), null);
                    employee.salary = new BigDecimal("-1");
                    uow.add(employee);
                })))
                .isInstanceOfSatisfying(
                        ConstraintViolation.class,
                        failure -> assertThat(failure.details().constraint()).isEqualTo("ck_employees_salary"));
    }

    @Test
    void lengthsAreKept() {
        assertThatThrownBy(() -> run(uow -> uow.add(new Department("x".repeat(21), null))))
                .isInstanceOf(ValueTooLongException.class);
        assertThat(count("departments")).isZero();
    }

    @Test
    void theDatabaseDeletesWhatItWasToldTo() {
        Department sales = sales();
        run(uow -> uow.add(new Employee(uow.get(Department.class, sales.id), null)));
        run(uow -> uow.sql().execute("delete from departments"));
        assertThat(count("employees")).isZero();
    }

    @Test
    void indexesHaveTheNamesOfTheConvention() {
        assertThat(persistence.createStatements())
                .filteredOn(sql -> sql.startsWith("create index"))
                .extracting(sql -> sql.replaceAll("[\"`]", ""))
                .containsExactlyInAnyOrder(
                        "create index ix_departments_city_name on departments (city, name desc)",
                        "create index ix_given on departments (name)");
    }

    @Test
    void primaryKeysHaveTheNamesOfTheConvention() throws SQLException {
        if (database.engine() == SQLITE) {
            assertThat(persistence.createStatements())
                    .anySatisfy(sql -> assertThat(sql).contains("constraint pk_departments primary key"));
            return;
        }
        try (Connection connection = database.connect();
                var keys = connection
                        .getMetaData()
                        .getPrimaryKeys(connection.getCatalog(), connection.getSchema(), "departments")) {
            assertThat(keys.next()).isTrue();
            assertThat(keys.getString("PK_NAME"))
                    .isEqualTo(database.engine() == MARIADB ? "PRIMARY" : "pk_departments");
        }
    }

    @Test
    void whatIsThereStaysAndWhatIsMissingIsMade() {
        sales();
        run(uow -> uow.sql().execute("drop table employee_skills"));
        persistence.createAll();
        persistence.createAll();
        assertThat(count("departments")).isEqualTo(1);
        assertThat(count("employee_skills")).isZero();
    }

    @Test
    void allIsDroppedWithItsRowsAlsoTwice() {
        everyRelationshipAndDefaultGoesInAndOut();
        persistence.dropAll();
        persistence.dropAll();
        assertThatThrownBy(() -> count("departments")).hasMessageContaining("departments");
        persistence.createAll();
        assertThat(count("departments")).isZero();
    }

    @Test
    void idsAreNotUsedAgain() {
        Long first = sales().id;
        run(uow -> uow.delete(uow.get(Department.class, first)));
        assertThat(sales().id).isGreaterThan(first);
    }

    @Test
    void itIsRefusedInsideATransaction() {
        persistence.transactor().run(() -> {
            assertThatThrownBy(persistence::createAll)
                    .isInstanceOfSatisfying(
                            WorkException.class,
                            refused -> assertThat(refused.code()).isEqualTo(OrmError.SCHEMA_IN_TRANSACTION));
            assertThatThrownBy(persistence::dropAll).isInstanceOf(WorkException.class);
        });
    }
}
