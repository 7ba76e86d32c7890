package dev.dovetail.repository.proxy;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a method that finds returns.
 *
 * @param element the type of a single result; may be primitive
 */
record ResultType(ResultShape shape, Class<?> element) {

    private static final Map<Class<?>, ResultShape> SHAPES = Map.of(
            Optional.class, ResultShape.OPTIONAL,
            List.class, ResultShape.LIST,
            Collection.class, ResultShape.LIST,
            Iterable.class, ResultShape.LIST,
            Set.class, ResultShape.SET,
            Stream.class, ResultShape.STREAM,
            Page.class, ResultShape.PAGE,
            CursoredPage.class, ResultShape.CURSORED_PAGE);

    /** The return type of a method; null after a fault. */
    static @Nullable ResultType of(MethodContext context, Method method) {
        Type type = method.getGenericReturnType();
        Class<?> raw = context.types().raw(type);
        ResultShape shape = SHAPES.get(raw);
        if (shape != null) {
            Class<?> element = context.types().firstArgument(type);
            if (element == null) {
                context.faults()
                        .add(
                                method,
                                "it does not say of what it returns a " + raw.getSimpleName(),
                                "write " + raw.getSimpleName() + "<…>");
                return null;
            }
            return new ResultType(shape, element);
        }
        if (raw == void.class || raw == Void.class) {
            context.faults().add(method, "it finds something and returns nothing", "change its return type");
            return null;
        }
        return raw.isArray() && raw != byte[].class
                ? new ResultType(ResultShape.ARRAY, raw.getComponentType())
                : new ResultType(ResultShape.ONE, raw);
    }
}
