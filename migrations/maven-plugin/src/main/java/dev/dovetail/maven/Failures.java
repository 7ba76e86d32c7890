package dev.dovetail.maven;

import dev.dovetail.core.error.Coded;
import dev.dovetail.core.error.Explanation;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;

/** Makes the failures of Maven of ours, with the message that teaches in front. */
final class Failures {

    private Failures() {}

    /** A failure that explains itself keeps its message, wherever in the chain of causes it is. */
    static MojoExecutionException of(Exception failure, Function<Exception, Explanation> otherwise) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Coded) {
                return new MojoExecutionException(cause.getMessage(), failure);
            }
        }
        return new MojoExecutionException(otherwise.apply(failure).message(), failure);
    }
}
