package dev.dovetail.migrations.autogenerate;

import dev.dovetail.core.engine.Engine;
import java.util.List;

/**
 * What differs on one engine. Immutable.
 *
 * @param engine the engine
 * @param changes a line for each thing that is to change
 * @param losses those of them that lose data
 * @param notes what is kept or left to a person, and where columns stand otherwise than in the model
 * @param suggestions what looks like a renaming, each as the text of {@code --rename}
 */
public record Detected(
        Engine engine, List<String> changes, List<String> losses, List<String> notes, List<String> suggestions) {

    /** Keeps copies. */
    public Detected {
        changes = List.copyOf(changes);
        losses = List.copyOf(losses);
        notes = List.copyOf(notes);
        suggestions = List.copyOf(suggestions);
    }

    /** Whether nothing is to change. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
