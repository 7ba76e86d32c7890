package dev.dovetail.testing.persistence;

import static dev.dovetail.testing.persistence.PersistenceKind.FAKE;
import static dev.dovetail.testing.persistence.PersistenceKind.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.dovetail.core.Database;
import dev.dovetail.databases.TestDatabases;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.testing.contract.Book;
import dev.dovetail.testing.contract.Tag;
import dev.dovetail.testing.contract.Tags;
import dev.dovetail.testing.database.FreshDatabase;
import dev.dovetail.testing.database.SchemaSource;
import dev.dovetail.testing.error.TestingError;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Neither dovetail-orm nor dovetail-migrations is here. */
class WithoutProviderTest {

    @Entity
    static class Word {
        @Id
        String text;
    }

    /** Run by the tests below only, like the others. */
    @OnEveryPersistence(
            entities = {Tag.class, Book.class},
            on = FAKE)
    static class WithMissingEntities {
        @Test
        void neverRuns() {}
    }

    @OnEveryPersistence(
            entities = Word.class,
            on = {FAKE, SQLITE})
    static class OnDatabases {
        @Test
        void runs(PersistenceKind kind) {
            assertThat(kind).isEqualTo(FAKE);
        }
    }

    @Test
    void aMissingPersistenceFailsItsRunAlone() {
        TestExecutionSummary summary = run(OnDatabases.class);

        assertThat(summary.getTestsSucceededCount()).isEqualTo(1);
        if (TestDatabases.selected().contains(TestEngine.SQLITE)) {
            assertThat(summary.getFailures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.getException())
                            .hasMessageContaining("No real persistence is on the classpath.")
                            .hasMessageContaining("add dev.dovetail:dovetail-orm")
                            .hasMessageContaining("DVT-801"));
        }
    }

    @FreshDatabase(schema = SchemaSource.MIGRATIONS)
    static class Migrated {
        @Test
        void neverRuns() {}
    }

    @Test
    void missingMigrationsAreNamed() {
        if (TestDatabases.selected().contains(TestEngine.SQLITE)) {
            assertThat(run(Migrated.class).getFailures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.getException())
                            .hasMessageContaining("makes tables from migrations")
                            .hasMessageContaining("add dev.dovetail:dovetail-migrations"));
        }
    }

    @Test
    void whatTheFakeRefusesIsTold() {
        assertThat(run(WithMissingEntities.class).getFailures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException()).hasMessageContaining("Author"));
    }

    @OnEveryPersistence(entities = Word.class, on = FAKE)
    static class WantsADatabase {
        @Test
        void neverRuns(Database db) {
            assertThat(db).isNull();
        }

        @Test
        void wantsARepositoryOfAnotherEntity(Tags tags) {
            assertThat(tags).isNull();
        }
    }

    @Test
    void whatARunDoesNotHaveIsTold() {
        TestExecutionSummary summary = run(WantsADatabase.class);

        assertThat(summary.getTestsSucceededCount()).isZero();
        assertThat(summary.getFailures())
                .extracting(failure -> String.valueOf(failure.getException().getMessage())
                        + failure.getException().getCause())
                .anySatisfy(
                        message -> assertThat(message).contains("There is no Database in a run on fake.", "DVT-802"))
                .anySatisfy(message -> assertThat(message).contains("Tags", "DVT-602"));
    }

    @ParameterizedTest
    @EnumSource(TestingError.class)
    void everyCodeHasItsSection(TestingError error) throws IOException {
        assertThat(Files.readString(Path.of("..", "..", "docs", "errors.md"))).contains("## " + error.id() + " ");
    }

    private static TestExecutionSummary run(Class<?> testClass) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(testClass))
                                .build(),
                        listener);
        return listener.getSummary();
    }
}
