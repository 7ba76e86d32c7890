package dev.dovetail.orm.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.transaction.Transactor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

/** Runs steps in one transaction after the other, and compares entities and rows with the model all the time. */
final class Trial {

    private final Scene scene;
    private final EntityMoves entities;
    private final SqlMoves sql;
    private final FailingMoves failing;
    private final DetachedMoves detached;
    private final ConcurrentMoves concurrent;
    private final Transactor tx;
    private final Iterator<Step> steps;
    private boolean swallowed;

    private Trial(Scene scene, List<Step> steps, Connection outside) {
        this.scene = scene;
        this.entities = new EntityMoves(scene);
        this.sql = new SqlMoves(scene);
        this.failing = new FailingMoves(scene);
        this.detached = new DetachedMoves(scene);
        this.concurrent = new ConcurrentMoves(scene, outside);
        this.tx = scene.persistence.transactor();
        this.steps = steps.iterator();
    }

    /**
     * Runs steps on tables with a few rows.
     *
     * @param outside a connection beside the transactions
     * @throws Throwable what is wrong
     */
    static void run(Scene scene, List<Step> steps, Connection outside) throws Throwable {
        Storage.clear(outside);
        Storage.fill(outside);
        scene.end(Storage.read(outside));
        Trial trial = new Trial(scene, steps, outside);
        while (trial.steps.hasNext()) {
            trial.transaction(outside);
        }
    }

    private void transaction(Connection outside) throws Throwable {
        Truth before = scene.begin();
        scene.note("begin");
        boolean committed = committed(() -> tx.run(() -> block(true)));
        scene.note(committed ? "committed" : "rolled back");
        scene.end(committed ? scene.truth() : before);
        requireRows(outside);
    }

    private void requireRows(Connection outside) throws SQLException {
        assertThat(Storage.read(outside)).as("committed rows").isEqualTo(scene.truth());
        assertThat(scene.db.pool().active()).as("connections in use").isZero();
    }

    private void nested(Step step) throws Exception {
        Scene.Saved[] saved = new Scene.Saved[1];
        scene.note("savepoint {");
        scene.nested(1);
        boolean kept = committed(() -> {
            if (step.a() % 3 == 0) {
                scene.sql().transaction(inner -> {
                    saved[0] = begun();
                    block(false);
                });
            } else {
                tx.nested().run(() -> {
                    saved[0] = begun();
                    block(false);
                });
            }
        });
        scene.nested(-1);
        scene.note(kept ? "} released" : "} rolled back");
        if (kept) {
            scene.written();
        } else {
            scene.takeBack(saved[0]);
        }
        scene.check();
        scene.checkRows();
    }

    private Scene.Saved begun() {
        scene.written();
        scene.check();
        scene.checkRows();
        return scene.save();
    }

    private boolean committed(Block block) throws Exception {
        swallowed = false;
        try {
            block.run();
            assertThat(swallowed)
                    .as("went on although a statement in it had failed")
                    .isFalse();
            return true;
        } catch (TakenBack | FailingMoves.Doomed expected) {
            return false;
        } catch (TransactionDoomedException doomed) {
            if (!swallowed) {
                throw doomed;
            }
            return false;
        } finally {
            swallowed = false;
        }
    }

    /** Until its end. */
    private void block(boolean outermost) throws Exception {
        while (steps.hasNext()) {
            Step step = steps.next();
            switch (step.kind()) {
                case NEST -> nested(step);
                case END -> {
                    if (!outermost) {
                        end(step.a() % 2 == 0);
                        return;
                    }
                }
                case COMMIT, ROLLBACK -> {
                    if (outermost) {
                        end(step.kind() == Step.Kind.ROLLBACK);
                        return;
                    }
                }
                default -> {
                    try {
                        move(step);
                    } catch (FailingMoves.Doomed doomed) {
                        if (!doomed.isSwallowed()) {
                            throw doomed;
                        }
                        swallowed = true;
                        return;
                    }
                    scene.check();
                }
            }
        }
    }

    private static void end(boolean rollback) {
        if (rollback) {
            throw new TakenBack();
        }
    }

    private void move(Step step) {
        switch (step.kind()) {
            case ADD_ROOM -> entities.addRoom(step);
            case ADD_LABEL -> entities.addLabel(step);
            case ADD_SHELF -> entities.addShelf(step);
            case ADD_ITEM -> entities.addItem(step);
            case ADD_AGAIN -> entities.addAgain(step);
            case RENAME -> entities.rename(step);
            case WIDTH -> entities.width(step);
            case MOVE_SHELF -> entities.moveShelf(step);
            case LABEL_ITEM -> entities.labelItem(step);
            case LABEL_SHELF -> entities.labelShelf(step);
            case COLOR -> entities.color(step);
            case PLAN -> entities.plan(step);
            case MERGE -> detached.merge(step);
            case CONCURRENT -> concurrent.change(step);
            case CLEAR -> entities.clear(step);
            case DROP_ITEM -> entities.dropItem(step);
            case DELETE_ITEM -> entities.deleteItem(step);
            case DELETE_SHELF -> entities.deleteShelf(step);
            case DELETE_ROOM -> entities.deleteRoom(step);
            case DELETE_LABEL -> entities.deleteLabel(step);
            case FIND -> entities.find(step);
            case LOAD -> entities.load(step);
            case LOAD_ALL -> entities.loadAll();
            case REFRESH -> entities.refresh(step);
            case FLUSH -> {
                scene.flush();
                scene.checkRows();
            }
            case SQL_RENAME -> sql.rename(step);
            case SQL_PLAIN -> sql.plain(step);
            case SQL_WITH -> sql.with(step);
            case SQL_INSERT -> sql.insert(step);
            case SQL_UPSERT -> sql.upsert(step);
            case SQL_DELETE -> sql.delete(step);
            case SQL_LINK -> sql.link(step);
            case SQL_READ -> sql.read(step);
            case BULK -> sql.bulk(step);
            case STALE -> failing.stale(step);
            case TWICE -> failing.twice(step);
            case REFUSED -> failing.refused(step);
            case NEST, END, COMMIT, ROLLBACK ->
                throw new IllegalArgumentException("Not a move of its own: " + step.kind());
        }
    }

    @FunctionalInterface
    private interface Block {
        void run() throws Exception;
    }

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
