package dev.dovetail.orm.fuzz.madeup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles classes that are made up, in memory. */
final class SourceCompiler implements AutoCloseable {

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);

    /** The classes, by their simple names, in a class loader of their own. */
    Map<String, Class<?>> compile(String inPackage, Map<String, String> sources) {
        Map<String, ByteArrayOutputStream> compiled = new HashMap<>();
        List<SimpleJavaFileObject> units = sources.entrySet().stream()
                .map(source -> (SimpleJavaFileObject) new Source(source.getKey(), source.getValue()))
                .toList();
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-parameters", "-proc:none", "-classpath", System.getProperty("java.class.path"));
        if (!compiler.getTask(messages, new Outputs(compiled), null, options, null, units)
                .call()) {
            throw new IllegalStateException(messages + "\n" + sources);
        }
        Loader loader = new Loader(compiled);
        Map<String, Class<?>> classes = new HashMap<>();
        for (String name : sources.keySet()) {
            try {
                classes.put(name, loader.loadClass(inPackage + "." + name));
            } catch (ClassNotFoundException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return classes;
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private final class Outputs extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Map<String, ByteArrayOutputStream> compiled;

        Outputs(Map<String, ByteArrayOutputStream> compiled) {
            super(files);
            this.compiled = compiled;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    compiled.put(name, bytes);
                    return bytes;
                }
            };
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("memory:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Loader extends ClassLoader {

        private final Map<String, ByteArrayOutputStream> compiled;

        Loader(Map<String, ByteArrayOutputStream> compiled) {
            super(SourceCompiler.class.getClassLoader());
            this.compiled = compiled;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            ByteArrayOutputStream bytes = compiled.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes.toByteArray(), 0, bytes.size());
        }
    }
}
