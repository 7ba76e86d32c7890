package dev.dovetail.core.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes part in a transaction, remembers what it was told, and does what a test says at that point. */
final class RecordingParticipant implements TransactionParticipant {

    final List<String> heard = new ArrayList<>();
    private final Map<String, Runnable> actions = new HashMap<>();

    /** Does this when it hears of that. */
    RecordingParticipant on(String event, Runnable action) {
        actions.put(event, action);
        return this;
    }

    void hear(String event) {
        heard.add(event);
        actions.getOrDefault(event, () -> {}).run();
    }

    @Override
    public void beforeCommit() {
        hear("beforeCommit");
    }

    @Override
    public void beforeSavepoint() {
        hear("beforeSavepoint");
    }

    @Override
    public void beforeRelease() {
        hear("beforeRelease");
    }

    @Override
    public void afterRollbackToSavepoint() {
        hear("afterRollbackToSavepoint");
    }

    @Override
    public void afterCompletion(boolean committed) {
        hear(committed ? "committed" : "rolled back");
    }
}
