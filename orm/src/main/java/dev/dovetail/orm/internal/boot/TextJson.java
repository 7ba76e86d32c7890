package dev.dovetail.orm.internal.boot;

import java.util.stream.Stream;
import org.hibernate.HibernateException;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/** JSON attributes of type String, which need no library; used where none is on the classpath. */
final class TextJson implements FormatMapper {

    private static boolean isPresent(String type) {
        try {
            Class.forName(type, false, TextJson.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    /** Whether Hibernate will find a library by itself. */
    static boolean isLibraryPresent() {
        return Stream.of(
                        "com.fasterxml.jackson.databind.ObjectMapper",
                        "tools.jackson.databind.ObjectMapper",
                        "jakarta.json.bind.JsonbBuilder")
                .anyMatch(TextJson::isPresent);
    }

    @Override
    public <T> T fromString(CharSequence text, JavaType<T> javaType, WrapperOptions options) {
        return requireText(javaType).cast(text.toString());
    }

    @Override
    public <T> String toString(T value, JavaType<T> javaType, WrapperOptions options) {
        return (String) requireText(javaType).cast(value);
    }

    private static <T> Class<T> requireText(JavaType<T> javaType) {
        Class<T> type = javaType.getJavaTypeClass();
        if (type != String.class) {
            throw new HibernateException("A JSON attribute of type " + type.getName()
                    + " needs a library that writes it: add com.fasterxml.jackson.core:jackson-databind, or make the"
                    + " attribute a String that holds the JSON");
        }
        return type;
    }
}
