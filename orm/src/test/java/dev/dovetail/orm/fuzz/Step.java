package dev.dovetail.orm.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One line of a program; the numbers choose what it is about, each line in its own way. */
record Step(Kind kind, int a, int b, int c) {

    enum Kind {
        BEGIN(8),
        END(10),
        NEW_AUTHOR(6),
        NEW_BOOK(7),
        NEW_TAG(3),
        SAVE_AUTHOR(2),
        SAVE_BOOK(2),
        SAVE_TAG(3),
        UPDATE_AUTHOR(3),
        UPDATE_BOOK(3),
        DELETE_AUTHOR(2),
        DELETE_BOOK(3),
        DELETE_TAG(1),
        DELETE_BY_ID(2),
        DELETE_WHERE(1),
        FIND_AUTHOR(5),
        FIND_BOOK(6),
        FIND_TAG(2),
        SET_AUTHOR(7),
        SET_BOOK(8),
        SET_BIOGRAPHY(4),
        SET_TAG(2),
        CHAPTERS(4),
        TAGS(4),
        USE(4),
        QUERY_AUTHORS(7),
        QUERY_BOOKS(6),
        COUNT(3),
        OUTBOX(1);

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

    static List<Step> random(Random random, int length) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            steps.add(new Step(
                    KINDS.get(random.nextInt(KINDS.size())),
                    random.nextInt(1_000),
                    random.nextInt(1_000),
                    random.nextInt(1_000)));
        }
        return steps;
    }

    /** One of some, chosen by a number. */
    static <T> T pick(List<T> of, int number) {
        return of.get(number % of.size());
    }

    @Override
    public String toString() {
        return kind + "(" + a + ", " + b + ", " + c + ")";
    }
}
