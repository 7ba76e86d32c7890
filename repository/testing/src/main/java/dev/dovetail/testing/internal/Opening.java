package dev.dovetail.testing.internal;

import java.lang.reflect.Parameter;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A run of a test class that is still to come. */
public interface Opening {

    /** What it runs on, for display names. */
    String displayName();

    /** Opens what it runs on. */
    Run open(ExtensionContext context);

    /** Whether a parameter gets its value from the run. */
    boolean supports(Parameter parameter);
}
