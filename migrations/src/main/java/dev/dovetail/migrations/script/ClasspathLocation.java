package dev.dovetail.migrations.script;

import dev.dovetail.core.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** A folder on the classpath: the union of the folders of that name in all its jars and directories. */
record ClasspathLocation(String root, ClassLoader loader) implements ScriptLocation {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    static ClasspathLocation of(String path) {
        String root = path.replaceAll("^/+|/+$", "");
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        return new ClasspathLocation(root, ofThread != null ? ofThread : ClasspathLocation.class.getClassLoader());
    }

    @Override
    public Contents read(String folder) throws IOException {
        String path = root.isEmpty() ? folder : root + "/" + folder;
        List<ScriptFile> files = new ArrayList<>();
        Set<String> urls = new LinkedHashSet<>();
        for (URL url : Collections.list(loader.getResources(path))) {
            if (urls.add(url.toString())) {
                files.addAll(read(url, path));
            }
        }
        if (urls.isEmpty()) {
            files.addAll(fromJarsWithoutFolderEntries(path));
        }
        return new Contents(!urls.isEmpty() || !files.isEmpty(), files);
    }

    private List<ScriptFile> read(URL url, String path) throws IOException {
        if (url.getProtocol().equals("file")) {
            Path directory = path(url);
            return Files.isDirectory(directory)
                    ? DirectoryLocation.filesIn(directory, ScriptLocation.CLASSPATH + path)
                    : List.of();
        }
        URLConnection connection = url.openConnection();
        return connection instanceof JarURLConnection jar ? readJar(jar, path) : List.of();
    }

    /** Some packagers leave out the entries of folders, so that only the files themselves can be found. */
    private List<ScriptFile> fromJarsWithoutFolderEntries(String path) throws IOException {
        List<ScriptFile> files = new ArrayList<>();
        for (URL manifest : Collections.list(loader.getResources(MANIFEST))) {
            if (manifest.openConnection() instanceof JarURLConnection jar) {
                files.addAll(readJar(jar, path));
            }
        }
        return files;
    }

    private static List<ScriptFile> readJar(JarURLConnection connection, String path) throws IOException {
        // A cached jar file is shared with the class loader and must not be closed; this one is ours.
        connection.setUseCaches(false);
        List<ScriptFile> files = new ArrayList<>();
        try (JarFile jar = connection.getJarFile()) {
            String prefix = path + "/";
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (!entry.isDirectory() && name.startsWith(prefix) && ScriptFile.isScript(name)) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        files.add(new ScriptFile(
                                name.substring(prefix.length()),
                                ScriptLocation.CLASSPATH + name,
                                content.readAllBytes()));
                    }
                }
            }
        }
        return files;
    }

    /** A classpath cannot list what is below a folder in every case, but it can be asked for each engine. */
    @Override
    public List<String> folders() throws IOException {
        List<String> found = new ArrayList<>();
        for (Engine engine : Engine.values()) {
            if (read(engine.id()).exists()) {
                found.add(engine.id());
            }
        }
        return found;
    }

    private static Path path(URL url) throws IOException {
        try {
            return Path.of(new URI(url.toString()));
        } catch (URISyntaxException e) {
            throw new IOException("The classpath has an entry that is no URI: " + url, e);
        }
    }

    @Override
    public String toString() {
        return ScriptLocation.CLASSPATH + root;
    }
}
