package dev.dovetail.orm.rules;

import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.OpenPersistence;
import dev.dovetail.orm.work.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

/** A parent with a child before each test; the tables are the subclass's, opened once for each database. */
abstract class ParentsAndChildren {

    private static @Nullable OpenPersistence open;

    final OpenPersistence opened = Objects.requireNonNull(open, "the subclass opens it");

    static void open(TestDatabase database, String parents, String children) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(parents);
            statement.execute(children);
        }
        open = OpenPersistence.of(database, Parent.class, Child.class);
    }

    @AfterParameterizedClassInvocation
    static void closeAll() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    @BeforeEach
    void aParentWithAChild() {
        run(uow -> {
            uow.sql().execute("delete from children");
            uow.sql().execute("delete from parents");
            Parent parent = new Parent(1);
            uow.add(parent);
            uow.add(new Child(1, parent));
        });
    }

    final void run(Consumer<UnitOfWork> block) {
        opened.persistence()
                .transactor()
                .run(() -> block.accept(opened.persistence().unitOfWork()));
    }
}
