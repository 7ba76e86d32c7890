package dev.dovetail.repository.internal.work;

import dev.dovetail.repository.internal.mapping.AttributeMapping;
import dev.dovetail.repository.internal.mapping.EntityMapping;
import dev.dovetail.repository.internal.mapping.Reflection;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Locale;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.NamingStrategy;
import net.bytebuddy.description.modifier.SyntheticState;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;

/** Makes the proxies of entity classes; one generated class for each, shared by all persistences. Thread-safe. */
final class LazyReferences {

    private static final String HANDLER = "dovetail$target";

    private static final ClassValue<ProxyClass> CLASSES = new ClassValue<>() {
        @Override
        protected ProxyClass computeValue(Class<?> entity) {
            return generate(entity);
        }
    };

    private LazyReferences() {}

    static Object create(EntityMapping mapping, Object id, Origin origin, Runnable load) {
        return create(
                mapping, new LazyTarget(mapping, id, origin, load, idGetter(mapping, CLASSES.get(mapping.type()))));
    }

    /** One for an entity that another proxy stands for already, as an instance of a narrower class. */
    static Object create(EntityMapping mapping, LazyTarget target) {
        ProxyClass proxyClass = CLASSES.get(mapping.type());
        Object proxy = Reflection.newInstance(proxyClass.constructor());
        try {
            proxyClass.handler().set(proxy, target);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
        return proxy;
    }

    private static @Nullable Method idGetter(EntityMapping mapping, ProxyClass proxyClass) {
        AttributeMapping id = mapping.id().single();
        return id == null ? null : proxyClass.getter(id.name());
    }

    private static ProxyClass generate(Class<?> entity) {
        try {
            Class<?> generated = new ByteBuddy()
                    .with(new NamingStrategy.AbstractBase() {
                        @Override
                        protected String name(TypeDescription superClass) {
                            return superClass.getName() + "$DovetailProxy";
                        }
                    })
                    .subclass(entity)
                    .implement(LazyReference.class)
                    .defineField(HANDLER, InvocationHandler.class, Visibility.PUBLIC, SyntheticState.SYNTHETIC)
                    .method(ElementMatchers.isVirtual().and(ElementMatchers.not(ElementMatchers.isFinalizer())))
                    .intercept(InvocationHandlerAdapter.toField(HANDLER))
                    .make()
                    .load(
                            entity.getClassLoader(),
                            ClassLoadingStrategy.UsingLookup.of(
                                    MethodHandles.privateLookupIn(entity, MethodHandles.lookup())))
                    .getLoaded();
            Constructor<?> constructor = generated.getDeclaredConstructor();
            constructor.setAccessible(true);
            Field handler = generated.getField(HANDLER);
            handler.setAccessible(true);
            return new ProxyClass(entity, constructor, handler);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("No proxy of " + entity.getName() + " can be made", failure);
        }
    }

    private record ProxyClass(Class<?> entity, Constructor<?> constructor, Field handler) {

        @Nullable
        Method getter(String property) {
            String suffix = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
            for (Class<?> type = entity; type != null && type != Object.class; type = type.getSuperclass()) {
                for (Method method : type.getDeclaredMethods()) {
                    boolean isGetter = method.getName().equals("get" + suffix)
                            || method.getName().equals(property);
                    if (isGetter
                            && method.getParameterCount() == 0
                            && !method.isBridge()
                            && !Modifier.isStatic(method.getModifiers())) {
                        return method;
                    }
                }
            }
            return null;
        }
    }
}
