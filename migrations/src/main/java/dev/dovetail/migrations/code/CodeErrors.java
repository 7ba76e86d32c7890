package dev.dovetail.migrations.code;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import org.jspecify.annotations.Nullable;

/** The errors of finding migrations in Java. */
final class CodeErrors {

    private CodeErrors() {}

    static MigrationException unusable(String className, String why, @Nullable Throwable failure) {
        return new MigrationException(
                new Explanation(
                        MigrationError.JAVA_MIGRATION_UNUSABLE,
                        "The class " + className + " has the name of a migration and " + why + ".",
                        "an interface, a constructor without parameters or a library is missing",
                        "let it implement JavaMigration and have a constructor without parameters that does nothing; put"
                                + " what it needs on the classpath; give another class another name"),
                failure);
    }
}
