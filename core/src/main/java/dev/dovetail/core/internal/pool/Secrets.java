package dev.dovetail.core.internal.pool;

import dev.dovetail.core.engine.DatabaseUrl;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Takes what a URL keeps secret out of what a driver says, should it repeat any of it. Immutable. */
final class Secrets {

    private final List<String> values;

    private Secrets(List<String> values) {
        this.values = values;
    }

    static Secrets of(DatabaseUrl url) {
        List<String> values = new ArrayList<>(url.secretParameters().values());
        String password = url.password();
        if (password != null) {
            values.add(password);
        }
        // A single letter cannot be told from the words around it.
        values.removeIf(value -> value.length() < 2);
        values.sort(Comparator.comparing(String::length).reversed());
        return new Secrets(values);
    }

    /** The exception itself if neither it nor what it is caused by shows a secret, otherwise one that says the rest. */
    SQLException hide(SQLException failure) {
        if (!shows(failure)) {
            return failure;
        }
        SQLException safe = new SQLException(
                hide(String.valueOf(failure.getMessage())), failure.getSQLState(), failure.getErrorCode());
        safe.setStackTrace(failure.getStackTrace());
        return safe;
    }

    /** For a failure that drivers should not throw. */
    SQLException hide(RuntimeException failure) {
        SQLException safe = new SQLException(hide("The driver failed: " + failure), "08001");
        safe.setStackTrace(failure.getStackTrace());
        return safe;
    }

    private boolean shows(SQLException failure) {
        // Drivers chain exceptions by cause, by "next" and as suppressed, also in circles.
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> left = new ArrayDeque<>(List.of(failure));
        while (!left.isEmpty()) {
            Throwable current = left.pop();
            if (!seen.add(current)) {
                continue;
            }
            String text = current.toString();
            if (!hide(text).equals(text)) {
                return true;
            }
            left.addAll(Arrays.asList(current.getSuppressed()));
            if (current.getCause() != null) {
                left.add(current.getCause());
            }
            if (current instanceof SQLException sql && sql.getNextException() != null) {
                left.add(sql.getNextException());
            }
        }
        return false;
    }

    private String hide(String text) {
        String safe = text;
        for (String value : values) {
            safe = safe.replace(value, "***");
        }
        return safe;
    }
}
