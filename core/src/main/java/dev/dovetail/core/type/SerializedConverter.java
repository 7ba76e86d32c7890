package dev.dovetail.core.type;

import dev.dovetail.core.error.ValueNotKeptException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Set;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** Objects in the form of Java's serialization, read back only if they are of the classes that are expected. */
final class SerializedConverter<S extends Serializable> extends AbstractConverter<byte[], S> {

    private static final long serialVersionUID = 1L;
    private static final Set<String> PLAIN = Set.of("java.lang", "java.math", "java.time", "java.util");

    private final Set<Class<?>> allowed;

    SerializedConverter(Class<S> type, Set<Class<?>> others) {
        super(byte[].class, type);
        this.allowed = Set.copyOf(others);
    }

    @Override
    public @Nullable S from(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(this::check);
            return toType().cast(in.readObject());
        } catch (IOException | ClassNotFoundException | ClassCastException failure) {
            throw refused("what is stored is no such object: " + failure.getMessage(), failure);
        }
    }

    @Override
    public byte @Nullable [] to(@Nullable S value) {
        if (value == null) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException failure) {
            throw refused("it cannot be serialized: " + failure.getMessage(), failure);
        }
        return bytes.toByteArray();
    }

    private ObjectInputFilter.Status check(ObjectInputFilter.FilterInfo info) {
        Class<?> type = info.serialClass();
        if (type == null) {
            return ObjectInputFilter.Status.UNDECIDED;
        }
        while (type.isArray()) {
            type = type.getComponentType();
        }
        boolean plain = type.isPrimitive() || PLAIN.contains(type.getPackageName());
        return plain || type == toType() || allowed.contains(type)
                ? ObjectInputFilter.Status.ALLOWED
                : ObjectInputFilter.Status.REJECTED;
    }

    private ValueNotKeptException refused(String reason, Exception cause) {
        ValueNotKeptException refused = new ValueNotKeptException(
                "a serialized " + toType().getName(),
                "(an object)",
                "every engine",
                reason,
                "make every class in it Serializable and name the classes that it consists of: "
                        + "ColumnTypes.serialized(Type.class, Part.class, …)",
                null);
        refused.initCause(cause);
        return refused;
    }
}
