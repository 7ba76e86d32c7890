package dev.dovetail.orm.profile;

import dev.dovetail.core.error.StatementFailedException;
import dev.dovetail.core.error.ValueNotKeptException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What became of a call, as a text that can be compared. */
final class Outcome {

    private Outcome() {}

    static String of(Supplier<String> call) {
        try {
            return call.get();
        } catch (RuntimeException failure) {
            return text(failure);
        }
    }

    /** MariaDB itself refuses what other engines are not even sent. */
    static String text(RuntimeException failure) {
        return failure instanceof ValueNotKeptException || failure instanceof StatementFailedException
                ? "refused"
                : failure.getClass().getSimpleName();
    }

    static String text(@Nullable Object value) {
        if (value instanceof OffsetDateTime dateTime) {
            return dateTime.toInstant().toString();
        }
        if (value instanceof ZonedDateTime dateTime) {
            return dateTime.toInstant().toString();
        }
        return value instanceof byte[] bytes ? "bytes " + Arrays.hashCode(bytes) : String.valueOf(value);
    }

    static @Nullable Object get(Specimen specimen, String attribute) {
        try {
            return Specimen.class.getField(attribute).get(specimen);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void set(Specimen specimen, String attribute, Object value) {
        try {
            Specimen.class.getField(attribute).set(specimen, value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean canFind(String attribute) {
        return Arrays.stream(Specimens.class.getMethods())
                .anyMatch(method -> method.getName().equals(attribute));
    }

    static String found(Specimens specimens, String attribute, Object value) {
        Method find = Arrays.stream(Specimens.class.getMethods())
                .filter(method -> method.getName().equals(attribute))
                .findFirst()
                .orElseThrow();
        try {
            List<?> found = (List<?>) find.invoke(specimens, value);
            return found.stream()
                    .map(each -> ((Specimen) each).id)
                    .sorted()
                    .toList()
                    .toString();
        } catch (InvocationTargetException thrown) {
            throw (RuntimeException) thrown.getCause();
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
