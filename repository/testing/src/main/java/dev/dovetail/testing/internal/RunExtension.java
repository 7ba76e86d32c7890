package dev.dovetail.testing.internal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Opens a run before the class, ends it afterwards, and hands out what is in it. Everything is made fresh after a test,
 * not before it: the constructor of the next one may use it already.
 */
final class RunExtension
        implements BeforeClassTemplateInvocationCallback,
                AfterClassTemplateInvocationCallback,
                BeforeEachCallback,
                AfterEachCallback,
                ParameterResolver {

    private final Opening opening;
    private @Nullable Run run;

    RunExtension(Opening opening) {
        this.opening = opening;
    }

    @Override
    public void beforeClassTemplateInvocation(ExtensionContext context) {
        run = opening.open(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        run().beforeTest();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        run().afterTest(context.getDisplayName());
    }

    @Override
    public void afterClassTemplateInvocation(ExtensionContext context) {
        if (run != null) {
            run.end();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return opening.supports(parameter.getParameter());
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return run().value(parameter.getParameter());
    }

    private Run run() {
        return Objects.requireNonNull(run, "nothing was opened");
    }
}
