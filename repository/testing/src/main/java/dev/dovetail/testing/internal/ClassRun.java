package dev.dovetail.testing.internal;

import java.util.List;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.Extension;

/** One of several runs of a test class. */
public record ClassRun(Opening opening) implements ClassTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocationIndex) {
        return opening.displayName();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(new RunExtension(opening));
    }
}
