package dev.dovetail.orm.fuzz.madeup;

import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.UnloadedAssociationException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.hibernate.LazyInitializationException;

/** Runs a program on one persistence, and writes down each line as code, with what became of it. */
final class Run {

    private static final boolean STACKS = Boolean.getBoolean("dovetail.madeup.stacks");
    private static boolean stacks;

    private final Persistence persistence;
    private final Calls calls;
    private final Iterator<Line> lines;
    private final List<String> trace = new ArrayList<>();
    private String indent = "";

    private Run(Persistence persistence, Family family, Samples samples, List<Line> lines) {
        this.persistence = persistence;
        this.calls = new Calls(persistence, family, samples);
        this.lines = lines.iterator();
    }

    /** Whether the stack of each failure is printed, if they were asked for. */
    static void showStacks(boolean shown) {
        stacks = STACKS && shown;
    }

    static List<String> of(Persistence persistence, Family family, Samples samples, List<Line> lines) {
        Run run = new Run(persistence, family, samples, lines);
        while (run.lines.hasNext()) {
            run.outside(run.lines.next());
        }
        run.trace.add("// in the end:\n" + run.calls.everything());
        return run.trace;
    }

    private void outside(Line line) {
        if (line.kind() == Line.Kind.BEGIN) {
            boolean readOnly = line.a() % 12 == 0;
            Transactor tx = persistence.transactor();
            block(readOnly ? "readOnly()." : "", readOnly ? tx.readOnly() : tx);
        } else {
            perform(line, false);
        }
    }

    private void block(String how, Transactor tx) {
        trace.add(indent + "tx." + how + "run(() -> {");
        String before = indent;
        indent += "    ";
        String ended;
        try {
            tx.run(this::untilEnd);
            ended = "committed";
        } catch (TakenBack expected) {
            ended = "taken back";
            calls.forgetCalls();
        } catch (RuntimeException failure) {
            shown(failure);
            ended = "taken back by " + text(failure);
            calls.forgetCalls();
        }
        indent = before;
        trace.add(indent + "});  // " + ended);
    }

    private void untilEnd() {
        while (lines.hasNext()) {
            Line line = lines.next();
            if (line.kind() == Line.Kind.END) {
                if (line.a() % 4 == 0) {
                    throw new TakenBack();
                }
                return;
            }
            if (line.kind() != Line.Kind.BEGIN) {
                perform(line, line.c() % 5 != 0);
            } else if (line.a() % 6 == 0) {
                block(
                        "requiresNew().readOnly().",
                        persistence.transactor().requiresNew().readOnly());
            } else {
                block("nested().", persistence.transactor().nested());
            }
        }
    }

    /** A failure ends the block, unless the program swallows it. */
    private void perform(Line line, boolean endsBlock) {
        try {
            String result = calls.perform(line);
            trace.add(indent + calls.code() + ";  // " + result);
        } catch (RuntimeException failure) {
            calls.forgetCalls();
            shown(failure);
            trace.add(indent + calls.code() + ";  // " + text(failure) + (endsBlock ? "" : ", swallowed"));
            if (endsBlock) {
                throw failure;
            }
        }
    }

    /** Prints the stack of a failure if it was asked for. */
    static void shown(RuntimeException failure) {
        if (stacks) {
            failure.printStackTrace(System.out);
        }
    }

    /** Of a write in a read-only transaction that is doomed, too, either is said; what is not loaded is said by both. */
    static String text(RuntimeException failure) {
        if (failure instanceof LazyInitializationException) {
            return UnloadedAssociationException.class.getSimpleName();
        }
        return failure instanceof ReadOnlyException || failure instanceof TransactionDoomedException
                ? "read-only or doomed"
                : failure.getClass().getSimpleName();
    }

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
