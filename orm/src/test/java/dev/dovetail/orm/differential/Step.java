package dev.dovetail.orm.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One step of a trial. What it applies to is chosen by its numbers among what is there, so that it means something also
 * when steps before it are left out; a step that finds nothing to apply to does nothing.
 */
record Step(Kind kind, int a, int b, int c) {

    static List<Step> random(Random random, int length) {
        List<Kind> weighted = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < kind.weight; i++) {
                weighted.add(kind);
            }
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            steps.add(new Step(
                    weighted.get(random.nextInt(weighted.size())),
                    random.nextInt(1000),
                    random.nextInt(1000),
                    random.nextInt(1000)));
        }
        return steps;
    }

    /** What a step does; those with a greater weight come more often. */
    enum Kind {
        ADD_ROOM(3),
        ADD_LABEL(4),
        ADD_SHELF(5),
        ADD_ITEM(4),
        ADD_AGAIN(2),
        RENAME(6),
        WIDTH(3),
        MOVE_SHELF(4),
        LABEL_ITEM(3),
        LABEL_SHELF(6),
        COLOR(4),
        PLAN(4),
        MERGE(4),
        CONCURRENT(4),
        CLEAR(1),
        DROP_ITEM(3),
        DELETE_ITEM(2),
        DELETE_SHELF(2),
        DELETE_ROOM(2),
        DELETE_LABEL(1),
        FIND(3),
        LOAD(6),
        LOAD_ALL(5),
        REFRESH(2),
        FLUSH(2),
        SQL_RENAME(8),
        SQL_PLAIN(3),
        SQL_WITH(2),
        SQL_INSERT(4),
        SQL_UPSERT(2),
        SQL_DELETE(5),
        SQL_LINK(3),
        SQL_READ(4),
        BULK(3),
        NEST(5),
        END(6),
        COMMIT(2),
        ROLLBACK(1),
        STALE(1),
        TWICE(1),
        REFUSED(1);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }
}
