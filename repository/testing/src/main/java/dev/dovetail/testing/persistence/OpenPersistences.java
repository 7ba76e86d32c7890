package dev.dovetail.testing.persistence;

import dev.dovetail.testing.internal.Failures;
import dev.dovetail.testing.internal.Tables;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Real persistences that are open and that no class uses now: opening one takes many times longer than a test, so the
 * next class with the same entities takes it over, as fresh as it was. Closed at the end of all tests. Thread-safe.
 */
final class OpenPersistences implements AutoCloseable {

    private final Map<Tables, Deque<OpenPersistence>> idle = new HashMap<>();

    static OpenPersistences of(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(OpenPersistences.class))
                .computeIfAbsent(OpenPersistences.class, unused -> new OpenPersistences(), OpenPersistences.class);
    }

    OpenPersistence take(Tables tables, ExtensionContext context) {
        OpenPersistence free;
        synchronized (this) {
            free = idle.computeIfAbsent(tables, unused -> new ArrayDeque<>()).poll();
        }
        return free == null ? OpenPersistence.open(tables, context) : free;
    }

    synchronized void giveBack(Tables tables, OpenPersistence persistence) {
        idle.computeIfAbsent(tables, unused -> new ArrayDeque<>()).add(persistence);
    }

    @Override
    public synchronized void close() {
        Failures failures = new Failures();
        idle.values().forEach(all -> all.forEach(persistence -> persistence.close(failures)));
        idle.clear();
        failures.throwFirst();
    }
}
