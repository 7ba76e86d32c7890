package dev.dovetail.migrations.code;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The classes of one package that are named like a V script, over all folders and jars of a class loader. */
final class ClassNames {

    private static final Pattern FORM = Pattern.compile("V\\d[\\d._]*__[^$]+\\.class");

    private ClassNames() {}

    /** Their whole names, sorted. */
    static List<String> in(String packageName, ClassLoader loader) throws IOException {
        String folder = packageName.replace('.', '/');
        TreeSet<String> names = new TreeSet<>();
        for (URL url : Collections.list(loader.getResources(folder))) {
            if (url.getProtocol().equals("file")) {
                addFolder(names, path(url));
            } else {
                URLConnection connection = url.openConnection();
                if (connection instanceof JarURLConnection jar) {
                    addJar(names, jar, folder + "/");
                }
            }
        }
        return names.stream()
                .map(name -> packageName + "." + name.substring(0, name.length() - ".class".length()))
                .toList();
    }

    private static void addFolder(TreeSet<String> names, Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> FORM.matcher(name).matches())
                        .forEach(names::add);
            }
        }
    }

    private static void addJar(TreeSet<String> names, JarURLConnection connection, String prefix) throws IOException {
        // A cached jar file is shared with the class loader and must not be closed; this one is ours.
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (name.startsWith(prefix)
                        && FORM.matcher(name.substring(prefix.length())).matches()
                        && name.indexOf('/', prefix.length()) < 0) {
                    names.add(name.substring(prefix.length()));
                }
            }
        }
    }

    private static Path path(URL url) throws IOException {
        try {
            return Path.of(new URI(url.toString()));
        } catch (URISyntaxException e) {
            throw new IOException("The classpath has an entry that is no URI: " + url, e);
        }
    }
}
