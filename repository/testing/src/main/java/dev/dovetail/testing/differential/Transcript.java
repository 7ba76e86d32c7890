package dev.dovetail.testing.differential;

import dev.dovetail.repository.Persistence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls that a block made on one persistence, in the order in which they ended. Thread-safe. */
final class Transcript {

    /**
     * One call.
     *
     * @param text as one would write it
     * @param result what it returned or the class of what it threw
     * @param message of what it threw, which is shown and not compared
     */
    private record Call(String text, String result, String message) {}

    private static final int SHOWN = 5;

    private final Description description;
    private final List<Call> calls = new ArrayList<>();
    private @Nullable AssertionError failed;

    private Transcript(Description description) {
        this.description = description;
    }

    static Transcript of(Persistence persistence, boolean ids, Differential.Block block) {
        Transcript transcript = new Transcript(new Description(ids));
        try {
            block.on(new RecordingPersistence(persistence, transcript));
            transcript.add("the end of the block", "reached", "");
        } catch (AssertionError failure) {
            transcript.failed = failure;
            transcript.threw("the end of the block", failure);
        } catch (Exception failure) {
            transcript.threw("the end of the block", failure);
        }
        return transcript;
    }

    Description description() {
        return description;
    }

    void returned(String text, @Nullable Object result, boolean ordered) {
        add(text, description.of(result, ordered), "");
    }

    void threw(String text, Throwable failure) {
        add(text, "throws " + failure.getClass().getName(), ": " + failure.getMessage());
    }

    private synchronized void add(String text, String result, String message) {
        calls.add(new Call(text, result, message));
    }

    void requireSame(Transcript real) {
        int common = Math.min(calls.size(), real.calls.size());
        for (int i = 0; i < common; i++) {
            Call onFake = calls.get(i);
            Call onReal = real.calls.get(i);
            if (!onFake.text().equals(onReal.text()) || !onFake.result().equals(onReal.result())) {
                throw new DifferenceError(difference(i, onFake, onReal));
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private String difference(int index, Call onFake, Call onReal) {
        StringBuilder text = new StringBuilder();
        if (onFake.text().equals(onReal.text())) {
            text.append("\n  ").append(onFake.text());
        }
        text.append("\n    fake: ").append(line(onFake, onReal));
        text.append("\n    real: ").append(line(onReal, onFake));
        if (index > 0) {
            text.append("\n  after, on both:");
            calls.subList(Math.max(0, index - SHOWN), index)
                    .forEach(call -> text.append("\n    ")
                            .append(call.text())
                            .append(" -> ")
                            .append(call.result()));
        }
        return text.toString();
    }

    private static String line(Call call, Call other) {
        return (call.text().equals(other.text()) ? "" : call.text() + " -> ") + call.result() + call.message();
    }
}
