package dev.dovetail.testing.database;

import dev.dovetail.databases.TestDatabases;
import dev.dovetail.testing.internal.ClassRun;
import dev.dovetail.testing.internal.Entities;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The runs of a class with {@link FreshDatabase}. */
final class FreshDatabases implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestClass(), FreshDatabase.class);
    }

    @Override
    public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
            ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        FreshDatabase asked =
                AnnotationSupport.findAnnotation(testClass, FreshDatabase.class).orElseThrow();
        if (asked.schema() == SchemaSource.ENTITIES) {
            Entities.require(testClass, asked.entities());
        }
        return TestDatabases.selectedFor(testClass, List.of(asked.value())).stream()
                .map(engine -> new ClassRun(new DatabaseOpening(engine, asked)));
    }
}
