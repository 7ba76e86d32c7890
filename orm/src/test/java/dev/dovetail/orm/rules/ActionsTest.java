package dev.dovetail.orm.rules;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.sql.SQLException;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** What a foreign key makes the database do to other rows shows in the entities of these rows. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class ActionsTest extends ParentsAndChildren {

    private static final Table<Record> PARENTS = DSL.table(DSL.name("parents"));
    private static final Field<Long> ID = DSL.field(DSL.name("id"), SQLDataType.BIGINT);

    ActionsTest(TestDatabase database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void openAll(TestDatabase database) throws SQLException {
        open(
                database,
                "create table parents (id bigint primary key, version integer not null,"
                        + " name varchar(5), code varchar(20), amount integer not null)",
                "create table children (id bigint primary key, parent_id bigint,"
                        + " constraint fk_children_parents foreign key (parent_id) references parents (id)"
                        + " on delete set null on update cascade)");
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
