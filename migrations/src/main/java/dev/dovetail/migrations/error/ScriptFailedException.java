package dev.dovetail.migrations.error;

import dev.dovetail.core.error.Explanation;
import org.jspecify.annotations.Nullable;

/** The engine refused a statement of a script. */
public class ScriptFailedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final String script;
    private final int line;
    private final String statement;

    /** With the place where it happened. */
    public ScriptFailedException(
            Explanation explanation, @Nullable Throwable cause, String script, int line, String statement) {
        super(explanation, cause);
        this.script = script;
        this.line = line;
        this.statement = statement;
    }

    /** The script, with its folder. */
    public String script() {
        return script;
    }

    /** The line of the script, from 1: where the engine points to, or else where the statement begins. */
    public int line() {
        return line;
    }

    /** The statement as it stands in the script. */
    public String statement() {
        return statement;
    }
}
