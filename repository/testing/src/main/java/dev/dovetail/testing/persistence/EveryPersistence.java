package dev.dovetail.testing.persistence;

import dev.dovetail.databases.TestDatabases;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.testing.internal.ClassRun;
import dev.dovetail.testing.internal.Entities;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The runs of a class with {@link OnEveryPersistence}. */
final class EveryPersistence implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestClass(), OnEveryPersistence.class);
    }

    @Override
    public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
            ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        OnEveryPersistence asked = AnnotationSupport.findAnnotation(testClass, OnEveryPersistence.class)
                .orElseThrow();
        Entities.require(testClass, asked.entities());
        return kinds(testClass, asked).stream().map(kind -> new ClassRun(new PersistenceOpening(kind, asked)));
    }

    private static List<PersistenceKind> kinds(Class<?> testClass, OnEveryPersistence asked) {
        Set<PersistenceKind> kinds = new LinkedHashSet<>(List.of(asked.on()));
        Set<TestEngine> engines =
                kinds.stream().flatMap(kind -> kind.engine().stream()).collect(Collectors.toSet());
        List<TestEngine> selected = kinds.contains(PersistenceKind.FAKE)
                ? TestDatabases.selected()
                : TestDatabases.selectedFor(testClass, engines);
        List<PersistenceKind> chosen = new ArrayList<>(kinds);
        chosen.removeIf(kind ->
                kind.engine().filter(engine -> !selected.contains(engine)).isPresent());
        return chosen;
    }
}
