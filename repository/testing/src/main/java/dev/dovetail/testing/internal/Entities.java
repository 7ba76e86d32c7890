package dev.dovetail.testing.internal;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.testing.error.TestSetupException;
import dev.dovetail.testing.error.TestingError;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.Arrays;

/** The list of entities that a test class gives. */
public final class Entities {

    private Entities() {}

    /**
     * Looks whether it is one.
     *
     * @throws TestSetupException if it is empty or names something else
     */
    public static void require(Class<?> testClass, Class<?>... entities) {
        if (entities.length == 0) {
            throw fault(testClass + " names no entities.", "the list was left empty");
        }
        Arrays.stream(entities).filter(type -> !isMapped(type)).findFirst().ifPresent(type -> {
            throw fault(
                    testClass + " names " + type.getName() + " among its entities, which is none.",
                    "the class has no @Entity, or a repository was meant");
        });
    }

    private static boolean isMapped(Class<?> type) {
        return type.isAnnotationPresent(Entity.class)
                || type.isAnnotationPresent(Embeddable.class)
                || type.isAnnotationPresent(MappedSuperclass.class)
                || AttributeConverter.class.isAssignableFrom(type);
    }

    private static TestSetupException fault(String fact, String cause) {
        return new TestSetupException(new Explanation(
                TestingError.BAD_TEST_CLASS,
                "The annotation of " + fact,
                cause,
                "write entities = {User.class, …}: all entities that the tests and their repositories touch"));
    }
}
