package dev.dovetail.orm.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.engine.Engine;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Steps in which another transaction changes a managed row and commits, where the engine lets two write. */
final class ConcurrentMoves {

    private final Scene scene;
    private final Connection other;

    ConcurrentMoves(Scene scene, Connection other) {
        this.scene = scene;
        this.other = other;
    }

    void change(Step step) {
        Object entity = step.b() % 2 == 0 ? scene.pick(Shelf.class, step.a()) : scene.pick(Item.class, step.a());
        if (entity == null || scene.isNested() || scene.db.engine() == Engine.SQLITE) {
            return;
        }
        scene.flush();
        Scene.Key key = Scene.Key.of(entity);
        String name = scene.name();
        if (!isChanged(key, name)) {
            // This transaction has written the row and holds it.
            return;
        }
        scene.note("another transaction renames %s", key);
        scene.theirs(key.type(), key.key(), name);
        if (step.c() % 2 == 0) {
            scene.note("refresh it");
            scene.uow().refresh(entity);
            return;
        }
        scene.note("change it, too, and flush");
        Entities.rename(entity, "mine");
        assertThatThrownBy(() -> scene.uow().flush())
                .isInstanceOf(OptimisticLockingFailureException.class)
                .hasMessageContaining(key.type().getSimpleName());
        throw new FailingMoves.Doomed(step.c() % 3 == 0);
    }

    private boolean isChanged(Scene.Key key, String name) {
        boolean shelf = key.type() == Shelf.class;
        String table = shelf ? "shelves" : "items";
        String column = shelf ? "id" : "code";
        try (PreparedStatement update = other.prepareStatement("update " + table
                + " set name = ?, version = version + 1 where id in (select id from " + table + " where " + column
                + " = ? for no key update skip locked)")) {
            update.setString(1, name);
            update.setObject(2, key.key());
            int changed = update.executeUpdate();
            assertThat(changed).isLessThanOrEqualTo(1);
            return changed == 1;
        } catch (SQLException failure) {
            throw new AssertionError("The other transaction failed", failure);
        }
    }
}
