package dev.dovetail.core.injection;

import dev.dovetail.core.Database;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every public method and constructor of core's public types that a text can be given to. */
final class PublicStrings {

    private PublicStrings() {}

    /** As {@code TextMatch.contains(Field, String)}. */
    static Set<String> all() {
        Set<String> found = new TreeSet<>();
        for (Class<?> type : publicTypes()) {
            Stream.<Executable>concat(
                            Arrays.stream(type.getDeclaredMethods()).filter(method -> !method.isBridge()),
                            Arrays.stream(type.getDeclaredConstructors()))
                    .filter(each -> Modifier.isPublic(each.getModifiers()) && !each.isSynthetic())
                    .filter(each -> !isOfTheCompiler(each, type))
                    .filter(each -> Arrays.stream(each.getGenericParameterTypes())
                            .anyMatch(parameter -> takesAnything(parameter) || takesText(parameter)))
                    .forEach(each -> found.add(signature(type, each)));
        }
        return found;
    }

    private static boolean isOfTheCompiler(Executable each, Class<?> type) {
        return each.getName().equals("equals")
                || (type.isEnum() && each.getName().equals("valueOf"));
    }

    /** {@code Object}, {@code Object...} or {@code T}. */
    private static boolean takesAnything(Type parameter) {
        return parameter == Object.class
                || parameter == Object[].class
                || (parameter instanceof TypeVariable<?> variable && variable.getBounds()[0] == Object.class)
                || (parameter instanceof GenericArrayType array && takesAnything(array.getGenericComponentType()));
    }

    /** A text, or something of texts. */
    private static boolean takesText(Type parameter) {
        if (parameter instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).anyMatch(PublicStrings::takesText);
        }
        return parameter == String.class
                || parameter == String[].class
                || parameter == CharSequence.class
                || (parameter instanceof GenericArrayType array && takesText(array.getGenericComponentType()));
    }

    private static String signature(Class<?> type, Executable each) {
        String parameters = Arrays.stream(each.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", "(", ")"));
        String name = each instanceof java.lang.reflect.Method method ? "." + method.getName() : "";
        return simpleName(type) + name + parameters;
    }

    private static String simpleName(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static List<Class<?>> publicTypes() {
        try {
            Path classes = Path.of(Database.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(classes)) {
                return files.map(file -> classes.relativize(file).toString().replace(java.io.File.separatorChar, '.'))
                        .filter(name -> name.startsWith("dev.dovetail.core.") && name.endsWith(".class"))
                        .map(name -> name.substring(0, name.length() - ".class".length()))
                        .filter(name -> !name.contains(".internal.") && !name.endsWith("-info"))
                        .<Class<?>>map(PublicStrings::load)
                        .filter(PublicStrings::isPublic)
                        .toList();
            }
        } catch (IOException | URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean isPublic(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getDeclaringClass()) {
            if (!Modifier.isPublic(each.getModifiers())) {
                return false;
            }
        }
        return true;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Database.class.getClassLoader());
        } catch (ClassNotFoundException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
