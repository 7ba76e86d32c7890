package dev.dovetail.orm.profile;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.orm.OpenPersistence;
import dev.dovetail.repository.memory.EngineProfile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** The same calls on an engine and on the fake with its profile come to the same, value by value. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class ProfileTest {

    private static @Nullable OpenPersistence open;

    private final OpenPersistence opened = Objects.requireNonNull(open);
    private final TestEngine engine;

    ProfileTest(TestDatabase database) {
        engine = database.engine();
    }

    @BeforeParameterizedClassInvocation
    static void openAll(TestDatabase database) {
        open = OpenPersistence.of(database, Specimen.class);
        open.persistence().createAll();
    }

    @AfterParameterizedClassInvocation
    static void closeAll() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    void whatIsWrittenComesBackAlikeIsFoundAlikeSortedAlikeOrRefusedAlike() {
        EngineProfile profile = engine == MARIADB ? EngineProfile.MARIADB_BINARY : EngineProfile.valueOf(engine.name());
        Comparison comparison = new Comparison(opened.persistence().repository(Specimens.class), profile);
        comparison.compareAll(Samples.all());
        Samples.tooManyDigits().forEach(comparison::write);
        assertThat(comparison.differences()).isEmpty();
    }

    @Test
    void soDoesTextInTheCollationThatMariaDbHasByItself() {
        if (engine != MARIADB) {
            return;
        }
        opened.db()
                .transaction(sql -> sql.execute(
                        "alter table specimens convert to character set utf8mb4 collate utf8mb4_general_ci"));
        Comparison comparison = new Comparison(opened.persistence().repository(Specimens.class), EngineProfile.MARIADB);
        Map<String, List<?>> samples = Samples.all();
        samples.keySet().retainAll(List.of("text", "code"));
        comparison.compareAll(samples);
        assertThat(comparison.differences()).isEmpty();
        opened.db()
                .transaction(sql ->
                        sql.execute("alter table specimens convert to character set utf8mb4 collate utf8mb4_bin"));
    }
}
