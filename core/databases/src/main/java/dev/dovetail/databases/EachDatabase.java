package dev.dovetail.databases;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.params.ParameterInfo;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link OnEachDatabase} does: makes the databases, one after the other, and watches each for leaks. */
final class EachDatabase
        implements ArgumentsProvider,
                BeforeClassTemplateInvocationCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterClassTemplateInvocationCallback {

    private static final Namespace STORE = Namespace.create(EachDatabase.class);

    @Override
    public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        TestEngine[] asked = AnnotationSupport.findAnnotation(testClass, OnEachDatabase.class)
                .orElseThrow()
                .value();
        return runs(TestDatabases.selectedFor(testClass, List.of(asked)));
    }

    /** Those that do not start come last, so that the class runs on the others before it fails. */
    private static Stream<Arguments> runs(List<TestEngine> engines) {
        List<TestEngine> started = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (TestEngine engine : engines) {
            try {
                Servers.start(engine);
                started.add(engine);
            } catch (IllegalStateException e) {
                failures.add(e);
            }
        }
        return Stream.concat(
                started.stream()
                        .map(engine -> Arguments.argumentSet(engine.displayName(), TestDatabases.create(engine))),
                failures.stream().map(failure -> {
                    failures.stream().filter(other -> other != failure).forEach(failure::addSuppressed);
                    throw failure;
                }));
    }

    @Override
    public void beforeClassTemplateInvocation(ExtensionContext context) {
        ParameterInfo run = Objects.requireNonNull(ParameterInfo.get(context));
        TestDatabase database = Objects.requireNonNull(run.getArguments().get(0, TestDatabase.class));
        context.getStore(STORE).put(LeakCheck.class, LeakCheck.of(database, context));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        check(context).beforeTest();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        check(context).afterTest();
    }

    @Override
    public void afterClassTemplateInvocation(ExtensionContext context) {
        check(context).afterClass();
    }

    private static LeakCheck check(ExtensionContext context) {
        return Objects.requireNonNull(context.getStore(STORE).get(LeakCheck.class, LeakCheck.class));
    }
}
