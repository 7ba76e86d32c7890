package dev.dovetail.testing.database;

import dev.dovetail.core.Database;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.testing.internal.Failures;
import dev.dovetail.testing.internal.OpenDatabase;
import dev.dovetail.testing.internal.Run;
import dev.dovetail.testing.internal.Tables;
import java.lang.reflect.Parameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A run on a database of its own. */
final class DatabaseRun implements Run {

    private final Tables tables;
    private final Refresh refresh;
    private final ExtensionContext context;
    private @Nullable OpenDatabase open;

    DatabaseRun(Tables tables, Refresh refresh, ExtensionContext context) {
        this.tables = tables;
        this.refresh = refresh;
        this.context = context;
        current();
    }

    private OpenDatabase current() {
        OpenDatabase current = open == null ? OpenDatabase.open(tables, context) : open;
        open = current;
        return current;
    }

    @Override
    public void beforeTest() {
        current().beforeTest();
    }

    @Override
    public void afterTest(String test) {
        Failures failures = new Failures();
        OpenDatabase used = current();
        used.lookForLeaks(failures, test);
        boolean fresh = switch (refresh) {
            case RESTORE -> failures.attempt(used::restore);
            case RECREATE -> false;
            case KEEP -> true;
        };
        if (!fresh) {
            open = null;
            used.close(failures);
        }
        failures.throwFirst();
    }

    @Override
    public Object value(Parameter parameter) {
        Class<?> type = parameter.getType();
        if (type == Database.class) {
            return current().db();
        }
        return type == TestDatabase.class ? current().server() : tables.engine();
    }

    @Override
    public void end() {
        Failures failures = new Failures();
        if (open != null) {
            open.closeLookingForLeaks(failures);
        }
        failures.throwFirst();
    }
}
