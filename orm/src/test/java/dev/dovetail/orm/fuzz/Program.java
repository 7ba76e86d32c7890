package dev.dovetail.orm.fuzz;

import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.UnloadedAssociationException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.hibernate.LazyInitializationException;

/** Runs the lines of a program on one persistence, and writes down what became of each. */
final class Program {

    private final World world;
    private final Moves moves;
    private final Queries queries;
    private final Iterator<Step> steps;
    private final List<String> trace = new ArrayList<>();

    private Program(Persistence persistence, List<Step> steps) {
        this.world = new World(persistence);
        this.moves = new Moves(world);
        this.queries = new Queries(world);
        this.steps = steps.iterator();
    }

    static List<String> run(Persistence persistence, List<Step> steps) {
        Program program = new Program(persistence, steps);
        while (program.steps.hasNext()) {
            program.outside(program.steps.next());
        }
        program.trace.add("in the end:\n    " + program.world.everything());
        return program.trace;
    }

    private void outside(Step step) {
        if (step.kind() != Step.Kind.BEGIN) {
            perform(step, false);
            return;
        }
        Transactor tx = world.persistence.transactor();
        boolean readOnly = step.a() % 10 == 0;
        trace.add(readOnly ? "begin read-only" : "begin");
        trace.add(ended(() -> (readOnly ? tx.readOnly() : tx).run(this::block)));
    }

    /** Until its end. */
    private void block() {
        while (steps.hasNext()) {
            Step step = steps.next();
            if (step.kind() == Step.Kind.END) {
                if (step.a() % 4 == 0) {
                    throw new TakenBack();
                }
                return;
            }
            if (step.kind() == Step.Kind.BEGIN) {
                trace.add("nested");
                trace.add(ended(() -> world.persistence.transactor().nested().run(this::block)));
            } else {
                perform(step, step.c() % 5 != 0);
            }
        }
    }

    private static String ended(Runnable block) {
        try {
            block.run();
            return "committed";
        } catch (TakenBack expected) {
            return "taken back";
        } catch (RuntimeException failure) {
            return "taken back by " + text(failure);
        }
    }

    /** A failure ends the block, unless the program swallows it. */
    private void perform(Step step, boolean endsBlock) {
        try {
            trace.add(step + ": " + outcome(step));
        } catch (RuntimeException failure) {
            trace.add(step + ": " + text(failure) + (endsBlock ? "" : ", swallowed"));
            if (endsBlock) {
                throw failure;
            }
        }
    }

    /**
     * Of a write in a read-only transaction that is doomed, too, either is said; and collections of an entity that was
     * deleted are Hibernate's no more.
     */
    private static String text(RuntimeException failure) {
        if (failure instanceof LazyInitializationException) {
            return UnloadedAssociationException.class.getSimpleName();
        }
        return failure instanceof ReadOnlyException || failure instanceof TransactionDoomedException
                ? "read-only or doomed"
                : failure.getClass().getSimpleName();
    }

    private String outcome(Step step) {
        return switch (step.kind()) {
            case BEGIN -> throw new IllegalArgumentException(step.toString());
            case END -> "nothing to end";
            case NEW_AUTHOR -> moves.newAuthor(step);
            case NEW_BOOK -> moves.newBook(step);
            case NEW_TAG -> moves.newTag(step);
            case SAVE_AUTHOR -> world.found(world.authors.save(world.author(step.a())));
            case SAVE_BOOK -> world.found(world.books.save(world.book(step.a())));
            case SAVE_TAG -> moves.saveTag(step);
            case UPDATE_AUTHOR -> world.found(world.authors.update(world.author(step.a())));
            case UPDATE_BOOK -> world.found(world.books.update(world.book(step.a())));
            case DELETE_AUTHOR -> done(() -> world.authors.delete(world.author(step.a())));
            case DELETE_BOOK -> done(() -> world.books.delete(world.book(step.a())));
            case DELETE_TAG -> done(() -> world.tags.delete(world.tag(step.a())));
            case DELETE_BY_ID -> moves.deleteById(step);
            case DELETE_WHERE -> moves.deleteWhere(step);
            case FIND_AUTHOR -> queries.author(step);
            case FIND_BOOK -> queries.book(step);
            case FIND_TAG ->
                world.found(world.tags
                        .withBooks(String.valueOf(world.tag(step.a()).getName()))
                        .orElse(null));
            case SET_AUTHOR -> moves.setAuthor(step);
            case SET_BOOK -> moves.setBook(step);
            case SET_BIOGRAPHY -> moves.setBiography(step);
            case SET_TAG -> moves.setTag(step);
            case CHAPTERS -> moves.chapters(step);
            case TAGS -> moves.tags(step);
            case USE -> queries.use(step);
            case QUERY_AUTHORS -> queries.authors(step);
            case QUERY_BOOKS -> queries.books(step);
            case COUNT -> queries.count(step);
            case OUTBOX -> done(() -> world.persistence.outbox().add("t", "k" + step.a(), "{}"));
        };
    }

    private static String done(Runnable work) {
        work.run();
        return "done";
    }

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
