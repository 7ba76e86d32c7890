package dev.dovetail.migrations.script;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.code.JavaRevision;
import dev.dovetail.migrations.code.JavaRevisions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A package with migrations in Java.
 *
 * @param name its name
 */
record PackageLocation(String name) {

    /** Before the name of a package. */
    static final String PREFIX = "java:";

    /** The upgrade of each class, and its downgrade if it has one. */
    List<Script> read(Engine engine) throws IOException {
        List<Script> scripts = new ArrayList<>();
        for (JavaRevision java : JavaRevisions.in(name, engine)) {
            scripts.add(script(ScriptKind.UPGRADE, java));
            if (java.reversible()) {
                scripts.add(script(ScriptKind.DOWNGRADE, java));
            }
        }
        return scripts;
    }

    private static Script script(ScriptKind kind, JavaRevision java) {
        String className = java.className();
        ScriptName parsed = ScriptName.parse(className.substring(className.lastIndexOf('.') + 1) + ".sql", className);
        return new Script(
                kind,
                parsed.revision(),
                parsed.description(),
                className,
                className,
                "-- Java: " + className + "\n",
                HeaderReader.of(java.downRevisions(), java.labels(), java.transactional(), className),
                java);
    }
}
