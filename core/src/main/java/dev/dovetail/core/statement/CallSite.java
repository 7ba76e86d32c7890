package dev.dovetail.core.statement;

import java.lang.StackWalker.StackFrame;
import org.jspecify.annotations.Nullable;

/**
 * A line of an application's code.
 *
 * @param className the class, with its package
 * @param method the method; for a lambda the one in which it stands
 * @param file the source file, or null if the class does not tell
 * @param line the line in it, or a negative number if the class does not tell
 */
public record CallSite(
        String className, String method, @Nullable String file, int line) {

    private static final String[] LIBRARIES = {
        "dev.dovetail.core.",
        "dev.dovetail.repository.",
        "dev.dovetail.orm.",
        "dev.dovetail.migrations.",
        "dev.dovetail.testing.",
        "org.jooq.",
        "org.hibernate.",
        "com.zaxxer.hikari.",
        "org.springframework.",
        "org.junit.",
        "org.assertj.",
        "org.apache.maven.",
        "java.",
        "javax.",
        "jdk.",
        "sun.",
        "com.sun.",
    };
    private static final String LAMBDA = "lambda$";
    private static final StackWalker WALKER = StackWalker.getInstance();

    /** The innermost frame of this thread that belongs neither to a library beneath nor to the JDK, or null. */
    public static @Nullable CallSite current() {
        return WALKER.walk(frames -> frames.filter(frame -> !isLibrary(frame.getClassName()))
                .findFirst()
                .map(CallSite::of)
                .orElse(null));
    }

    private static CallSite of(StackFrame frame) {
        return new CallSite(
                frame.getClassName(), enclosing(frame.getMethodName()), frame.getFileName(), frame.getLineNumber());
    }

    private static boolean isLibrary(String className) {
        for (String library : LIBRARIES) {
            if (className.startsWith(library)) {
                return true;
            }
        }
        return false;
    }

    /** {@code lambda$place$0} stands in {@code place}. */
    private static String enclosing(String method) {
        int end = method.lastIndexOf('$');
        return method.startsWith(LAMBDA) && end > LAMBDA.length() ? method.substring(LAMBDA.length(), end) : method;
    }

    /** As in a stack trace, so that tools make a link of it. */
    @Override
    public String toString() {
        return className + "." + method + "(" + (file == null ? "Unknown Source" : file) + (line < 0 ? "" : ":" + line)
                + ")";
    }
}
