package dev.dovetail.testing.differential;

import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Passes the calls of a repository on, and writes down what became of them. */
record RecordingHandler(Class<?> repository, Object target, Transcript transcript) implements InvocationHandler {

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return call(method, arguments);
        }
        List<@Nullable Object> given = arguments == null ? List.of() : Arrays.asList(arguments);
        String text = transcript.description().call(repository, method, given);
        boolean ordered = isOrdered(method, given);
        try {
            Object result = call(method, arguments);
            if (result instanceof Stream<?> stream) {
                List<?> elements = stream.toList();
                transcript.returned(text, elements, ordered);
                return elements.stream();
            }
            transcript.returned(text, result, ordered);
            return result;
        } catch (Throwable failure) {
            transcript.threw(text, failure);
            throw failure;
        }
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static boolean isOrdered(Method method, List<@Nullable Object> arguments) {
        Query query = method.getAnnotation(Query.class);
        return method.getAnnotationsByType(OrderBy.class).length > 0
                || method.getName().contains("OrderBy")
                || (query != null && query.value().toLowerCase(Locale.ROOT).contains("order by"))
                || arguments.stream()
                        .anyMatch(argument -> argument instanceof Sort
                                || argument instanceof Sort[]
                                || argument instanceof Order
                                || argument instanceof PageRequest);
    }
}
