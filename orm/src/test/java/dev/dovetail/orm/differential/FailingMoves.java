package dev.dovetail.orm.differential;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.ConstraintViolation;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.NullValueException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Steps that must fail; the block that they are in cannot go on then. */
final class FailingMoves {

    private final Scene scene;

    FailingMoves(Scene scene) {
        this.scene = scene;
    }

    /** A row changes behind the back of the unit of work, which must not overwrite it. */
    void stale(Step step) {
        Shelf shelf = scene.pick(Shelf.class, step.a());
        Item item = scene.pick(Item.class, step.a());
        Object entity = step.b() % 2 == 0 ? shelf : item;
        if (entity == null) {
            return;
        }
        scene.flush();
        Scene.Key key = Scene.Key.of(entity);
        String row = key.type() == Shelf.class ? "shelves" : "items";
        String condition = key.type() == Shelf.class ? " where id = " + key.key() : " where code = '" + key.key() + "'";
        boolean delete = step.c() % 4 == 0;
        scene.note("behind the back: %s %s", delete ? "delete" : "update", key);
        try {
            Storage.run(
                    scene.db.access().connection(),
                    delete
                            ? "delete from " + row + condition
                            : "update " + row + " set name = 'theirs', version = version + 1" + condition);
        } catch (SQLException failure) {
            throw new AssertionError("The row could not be changed", failure);
        }
        Entities.rename(entity, "mine");
        boolean bySql = step.c() % 2 == 0;
        scene.note("rename it, %s", bySql ? "and a statement on its table" : "flush");
        assertThatThrownBy(() -> {
                    if (bySql) {
                        scene.sql()
                                .update(SqlMoves.table(key.type()))
                                .set(SqlMoves.name(), "all")
                                .execute();
                    } else {
                        scene.uow().flush();
                    }
                })
                .isInstanceOf(OptimisticLockingFailureException.class)
                .hasMessageContaining(key.type().getSimpleName() + " with id "
                        + (shelf == entity ? shelf.getId() : item == null ? null : item.getId()));
        throw new Doomed(step.c() % 3 == 0);
    }

    /** A row that is there already. */
    void twice(Step step) {
        Object id = scene.pickRow(Label.class, step.a());
        if (id == null) {
            return;
        }
        scene.flush();
        scene.note("%s label %s once more", step.b() % 2 == 0 ? "add" : "sql: insert", id);
        refuse(
                DuplicateKeyException.class,
                step.b() % 2 == 0
                        ? () -> {
                            scene.uow().add(new Label((Long) id, "twin"));
                            scene.uow().flush();
                        }
                        : () -> scene.sql()
                                .insertInto(SqlMoves.table(Label.class))
                                .columns(org.jooq.impl.DSL.field(org.jooq.impl.DSL.name("id")), SqlMoves.name())
                                .values(id, "twin")
                                .execute());
        // Where the instance is known nothing was sent, so nothing is doomed.
        throw new Doomed(step.c() % 3 == 0 && scene.managed(Label.class, id) == null);
    }

    /** A null, or a parent whose children are there. */
    void refused(Step step) {
        Object used = scene.truth().labels().keySet().stream()
                .filter(scene.truth()::isLabelUsed)
                .findFirst()
                .orElse(null);
        if (step.a() % 2 == 0 && used != null) {
            scene.flush();
            scene.note("sql: delete label %s, which items use", used);
            refuse(
                    ConstraintViolation.class,
                    () -> scene.sql()
                            .deleteFrom(SqlMoves.table(Label.class))
                            .where(SqlMoves.is(Label.class, used))
                            .execute());
            throw new Doomed(step.c() % 3 == 0);
        }
        Object entity = scene.pick(EntityMoves.type(step.b()), step.c());
        if (entity != null) {
            scene.note("no name for %s, flush", Scene.Key.of(entity));
            Entities.rename(entity, null);
            refuse(NullValueException.class, () -> scene.uow().flush());
            throw new Doomed(step.c() % 3 == 0);
        }
    }

    private static void refuse(Class<?> type, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(type);
    }

    /** A block that failed; whoever wrote it may have caught the failure. */
    static final class Doomed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final boolean isSwallowed;

        Doomed(boolean isSwallowed) {
            this.isSwallowed = isSwallowed;
        }

        boolean isSwallowed() {
            return isSwallowed;
        }
    }
}
