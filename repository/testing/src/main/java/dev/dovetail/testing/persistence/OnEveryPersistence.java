package dev.dovetail.testing.persistence;

import dev.dovetail.repository.memory.EngineProfile;
import dev.dovetail.testing.database.SchemaSource;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs a test class once on the fake and once on each real database, so that what the tests say about a service or a
 * repository is known to hold on both.
 *
 * <pre>{@code
 * @OnEveryPersistence(entities = {User.class, Order.class})
 * class RegistrationTest {
 *     @Test
 *     void refusesADuplicate(Users users, Transactor tx) { … }
 * }
 * }</pre>
 *
 * <p>Constructors and methods take, as parameters: any repository interface (with {@code @Repository} or a {@code
 * DataRepository}), {@link dev.dovetail.repository.Persistence}, {@link dev.dovetail.core.transaction.Transactor}, {@link
 * dev.dovetail.repository.Outbox}, {@link PublishedMessages}, {@link PersistenceKind}, and where it is real {@link
 * dev.dovetail.core.Database} and {@link dev.dovetail.testing.differential.Differential}. In each run they are the same
 * objects throughout.
 *
 * <p><b>Each test begins afresh</b>, with the rows that the schema itself brings (the reference data of migrations), no
 * messages, and ids that begin again where the table counts them (IDENTITY). Ids that are taken from a sequence in blocks go
 * on. What several tests need is written in {@code @BeforeEach}. Nested classes and parameterised tests work as ever. {@code
 * @BeforeAll} runs once, before the first run, and so does the constructor with {@code @TestInstance(PER_CLASS)}: there only the
 * other methods have parameters of the run. Tests of the class run one after the other; classes may run at the same time.
 *
 * <p>A test that leaves a transaction open or keeps a connection fails. A persistence is opened once for each set of entities
 * and engine and kept for later classes; a test that makes, alters or drops tables belongs into a class with {@link
 * dev.dovetail.testing.database.FreshDatabase} instead.
 *
 * <p>{@code -Ddovetail.test.databases=sqlite} chooses among the engines; the fake always runs. The persistence is found on
 * the classpath: {@code dovetail-orm}.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ClassTemplate
@ExtendWith(EveryPersistence.class)
@Execution(ExecutionMode.SAME_THREAD)
public @interface OnEveryPersistence {

    /** The entities. */
    Class<?>[] entities();

    /** Where to run. */
    PersistenceKind[] on() default {PersistenceKind.FAKE, PersistenceKind.SQLITE, PersistenceKind.POSTGRESQL};

    /** What the tables are made from. */
    SchemaSource schema() default SchemaSource.ENTITIES;

    /** Where the migrations are; by default where {@code Migrations.of(db)} looks. */
    String[] locations() default {};

    /** Which engine the fake follows where they differ. */
    EngineProfile profile() default EngineProfile.PORTABLE;
}
