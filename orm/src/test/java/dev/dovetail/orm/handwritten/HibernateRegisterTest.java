package dev.dovetail.orm.handwritten;

import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.OpenPersistence;
import dev.dovetail.repository.Persistence;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** On databases. */
@OnEachDatabase({SQLITE, POSTGRESQL})
class HibernateRegisterTest extends RegisterContract {
    private static @Nullable OpenPersistence open;

    private final OpenPersistence opened = Objects.requireNonNull(open);

    HibernateRegisterTest(TestDatabase database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void openAll(TestDatabase database) {
        open = OpenPersistence.of(database, Customer.class);
        open.persistence().createAll();
    }

    @AfterParameterizedClassInvocation
    static void closeAll() {
        if (open != null) {
            open.close();
        }
    }

    @BeforeEach
    void empty() {
        opened.db().transaction(sql -> sql.execute("delete from customer"));
    }

    @Override
    Persistence persistence() {
        return opened.persistence();
    }

    @Override
    More customers() {
        return new MoreSql(opened.persistence());
    }
}
