package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.repository.Persistence;
import dev.dovetail.testing.contract.mapping.Mapped;
import dev.dovetail.testing.contract.mapping.MappingContract;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** The contract of mappings on real databases, in tables made from the entities. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class HibernateMappingContractTest extends MappingContract {

    private static @Nullable OpenPersistence open;

    private final OpenPersistence opened = Objects.requireNonNull(open);

    HibernateMappingContractTest(TestDatabase database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        open = OpenPersistence.of(database, Mapped.ENTITIES.toArray(Class<?>[]::new));
        open.persistence().createAll();
    }

    @AfterParameterizedClassInvocation
    static void closeAll() {
        if (open != null) {
            open.close();
        }
    }

    @AfterEach
    void givesEveryConnectionBack() {
        assertThat(opened.db().pool().active()).as("connections still in use").isZero();
    }

    @Override
    public Persistence persistence() {
        return opened.persistence();
    }
}
