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
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.memory.EngineProfile;
import dev.dovetail.repository.memory.InMemoryPersistence;
import jakarta.data.Order;
import jakarta.data.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** The same calls on an engine and on the fake with its profile come to the same, value by value. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class ProfileTest {

    private static @Nullable OpenPersistence open;

    private final Specimens real;
    private final Specimens fake;
    private final List<String> differences = new ArrayList<>();

    private final TestEngine engine;

    ProfileTest(TestDatabase database) {
        engine = database.engine();
        Persistence memory = InMemoryPersistence.of(options -> options.profile(profile(database)), Specimen.class);
        fake = memory.repository(Specimens.class);
        real = Objects.requireNonNull(open).persistence().repository(Specimens.class);
        real.deleteAll(real.findAll().toList());
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

    private static EngineProfile profile(TestDatabase database) {
        return switch (database.engine()) {
            case SQLITE -> EngineProfile.SQLITE;
            case POSTGRESQL -> EngineProfile.POSTGRESQL;
            case H2 -> EngineProfile.H2;
            case MARIADB -> EngineProfile.MARIADB_BINARY;
            default -> throw new IllegalArgumentException(database.engine().name());
        };
    }

    @Test
    void whatIsWrittenComesBackAlikeIsFoundAlikeSortedAlikeOrRefusedAlike() {
        for (Map.Entry<String, List<?>> sample : Samples.all().entrySet()) {
            String attribute = sample.getKey();
            long id = 0;
            for (Object value : sample.getValue()) {
                id++;
                write(attribute, id, value);
            }
            if (Outcome.canFind(attribute)) {
                for (Object value : sample.getValue()) {
                    if (engine == MARIADB && isOutOfItsDates(value)) {
                        // The engine takes them for other dates in conditions.
                        continue;
                    }
                    compare(attribute + " = " + Outcome.text(value), each -> Outcome.found(each, attribute, value));
                }
            }
            if (!attribute.equals("picture") && !attribute.equals("memo")) {
                sort(attribute, Sort.asc(attribute));
                sort(attribute, Sort.desc(attribute));
            }
            if (attribute.equals("text") || attribute.equals("code")) {
                sort(attribute, Sort.ascIgnoreCase(attribute));
            }
            real.deleteAll(real.findAll().toList());
            fake.deleteAll(fake.findAll().toList());
        }
        assertThat(differences).isEmpty();
    }

    private static boolean isOutOfItsDates(Object value) {
        return value.toString().startsWith("+") || value.toString().startsWith("-00");
    }

    private void write(String attribute, long id, Object value) {
        compare(attribute + " := " + Outcome.text(value), each -> {
            Specimen specimen = new Specimen(id);
            Outcome.set(specimen, attribute, value);
            each.insert(specimen);
            return Outcome.text(Outcome.get(each.findById(id).orElseThrow(), attribute));
        });
    }

    private void sort(String attribute, Sort<Specimen> by) {
        compare(
                "order by " + by,
                each -> each.sorted(Order.by(by, Sort.asc("id"))).stream()
                        .map(found -> found.id + " " + Outcome.text(Outcome.get(found, attribute)))
                        .toList()
                        .toString());
    }

    private void compare(String what, Function<Specimens, String> call) {
        String there = Outcome.of(() -> call.apply(real));
        String here = Outcome.of(() -> call.apply(fake));
        if (!there.equals(here)) {
            differences.add(what + "\n    engine: " + there + "\n    fake:   " + here + "\n");
        }
    }
}
