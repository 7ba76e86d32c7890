package dev.dovetail.orm.fuzz.madeup;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A line of a program; the numbers choose what it is about, each line in its own way. */
record Line(Kind kind, int a, int b, int c) {

    enum Kind {
        BEGIN(9),
        END(10),
        NEW(4),
        INSERT(14),
        SAVE(4),
        UPDATE(6),
        DELETE(4),
        DELETE_BY_ID(2),
        ADD(3),
        MERGE(3),
        REMOVE(2),
        REFRESH(2),
        DETACH(2),
        SEVERAL(3),
        FIND(9),
        LOCK(1),
        SET(14),
        TO_ONE(6),
        COLLECTION(9),
        USE(6),
        ALL(2),
        PAGE(3),
        CURSOR(4),
        SORTED(4),
        ASK(24);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    private static final List<Kind> KINDS = new ArrayList<>();

    static {
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < kind.weight; i++) {
                KINDS.add(kind);
            }
        }
    }

    static List<Line> random(Random random, int length) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            lines.add(new Line(
                    Samples.one(random, KINDS), random.nextInt(1_000), random.nextInt(1_000), random.nextInt(1_000)));
        }
        return lines;
    }

    /** Chooses values, the same ones each time. */
    Random values() {
        return new Random(a * 1_000_003L + b * 1_009L + c);
    }
}
