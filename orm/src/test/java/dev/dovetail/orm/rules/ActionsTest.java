package dev.dovetail.orm.rules;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.OpenPersistence;
import dev.dovetail.orm.work.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** What a foreign key makes the database do to other rows shows in the entities of these rows. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class ActionsTest {

    private static final Table<Record> PARENTS = DSL.table(DSL.name("parents"));
    private static final Field<Long> ID = DSL.field(DSL.name("id"), SQLDataType.BIGINT);

    private static @Nullable OpenPersistence open;

    private final OpenPersistence opened = Objects.requireNonNull(open);

    ActionsTest(TestDatabase database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void openAll(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table parents (id bigint primary key, version integer not null,"
                    + " name varchar(5), code varchar(20), amount integer not null)");
            statement.execute("create table children (id bigint primary key, parent_id bigint,"
                    + " constraint fk_children_parents foreign key (parent_id) references parents (id)"
                    + " on delete set null on update cascade)");
        }
        open = OpenPersistence.of(database, Parent.class, Child.class);
    }

    @AfterParameterizedClassInvocation
    static void closeAll() {
        if (open != null) {
            open.close();
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

    private void run(Consumer<UnitOfWork> block) {
        opened.persistence()
                .transactor()
                .run(() -> block.accept(opened.persistence().unitOfWork()));
    }

    @Test
    void onUpdateCascadeMovesTheReference() {
        run(uow -> {
            Parent parent = uow.get(Parent.class, 1L);
            Child child = uow.get(Child.class, 1L);
            uow.sql().update(PARENTS).set(ID, 2L).where(ID.eq(1L)).execute();
            assertThat(uow.contains(parent))
                    .as("a row with that key is no more")
                    .isFalse();
            assertThat(uow.contains(child)).isTrue();
            assertThat(child.parent.getId()).isEqualTo(2L);
        });
        run(uow -> assertThat(uow.get(Child.class, 1L).parent.getId()).isEqualTo(2L));
    }

    @Test
    void whatIsPendingInATableThatIsReachedIsWrittenBefore() {
        run(uow -> {
            Child second = new Child(2, uow.get(Parent.class, 1L));
            uow.add(second);
            uow.sql().deleteFrom(PARENTS).execute();
            assertThat(uow.contains(second)).isTrue();
            assertThat(second.parent).isNull();
        });
        run(uow -> assertThat(uow.get(Child.class, 2L).parent).isNull());
    }

    @Test
    void onDeleteSetNullTakesTheReferenceAway() {
        run(uow -> {
            Child child = uow.get(Child.class, 1L);
            uow.sql().deleteFrom(PARENTS).execute();
            assertThat(uow.contains(child)).isTrue();
            assertThat(child.parent).isNull();
        });
    }
}
