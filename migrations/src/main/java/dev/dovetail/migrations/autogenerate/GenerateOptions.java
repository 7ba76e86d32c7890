package dev.dovetail.migrations.autogenerate;

import dev.dovetail.core.engine.Engine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Options of generating a migration. Used by one thread. */
public final class GenerateOptions {

    private final List<String> renames = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private List<Engine> engines = List.of();
    private Predicate<String> suggestions = suggestion -> false;
    private boolean allowDrop;
    private boolean withData;
    private boolean safe;
    private Clock clock = Clock.systemUTC();

    /** The defaults: every engine that has a folder, nothing dropped, nothing renamed but by annotation. */
    public GenerateOptions() {}

    /** Writes also what loses data: dropped tables and columns, types that keep less. Default: refused. */
    public GenerateOptions allowDrop(boolean allow) {
        allowDrop = allow;
        return this;
    }

    /** Puts rows into every table before the proof, and looks whether they are still there after it. Default false. */
    public GenerateOptions withData(boolean with) {
        withData = with;
        return this;
    }

    /**
     * Writes a change of tables that are there as several revisions, none of which stops a running application for long: new
     * columns beside the old ones, indexes built concurrently, constraints added first and validated later. Default false.
     */
    public GenerateOptions safe(boolean inSteps) {
        safe = inSteps;
        return this;
    }

    /** Renames a table, {@code users=people}, or a column, {@code users.name=full_name}: the old name first. */
    public GenerateOptions rename(String rename) {
        renames.add(rename);
        return this;
    }

    /**
     * Asks somebody about what looks like a renaming, in the form of {@link #rename}; true renames. Default: nobody, and
     * nothing is renamed that was not asked for.
     */
    public GenerateOptions onSuggestion(Predicate<String> answer) {
        suggestions = answer;
        return this;
    }

    /** Tables that the model does not know and that are to stay. */
    public GenerateOptions keep(String... tables) {
        kept.addAll(List.of(tables));
        return this;
    }

    /** For which engines scripts are written. Default: those that have a folder. */
    public GenerateOptions engines(Engine... chosen) {
        engines = List.of(chosen);
        return this;
    }

    /** Where the time in the name of a revision comes from. Default: now, in UTC. */
    public GenerateOptions clock(Clock other) {
        clock = other;
        return this;
    }

    Predicate<String> suggestions() {
        return suggestions;
    }

    List<String> renames() {
        return List.copyOf(renames);
    }

    List<String> kept() {
        return List.copyOf(kept);
    }

    List<Engine> engines() {
        return engines;
    }

    boolean allowsDrop() {
        return allowDrop;
    }

    boolean isWithData() {
        return withData;
    }

    boolean isSafe() {
        return safe;
    }

    /** The same, once the renames are done. */
    GenerateOptions withoutRenames() {
        GenerateOptions other = new GenerateOptions();
        other.kept.addAll(kept);
        other.engines = engines;
        return other.allowDrop(allowDrop).withData(withData).safe(safe).clock(clock);
    }

    Clock clock() {
        return clock;
    }
}
