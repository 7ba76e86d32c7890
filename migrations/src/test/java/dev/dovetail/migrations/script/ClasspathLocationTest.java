package dev.dovetail.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dovetail.core.engine.Engine;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClasspathLocationTest {

    private static final String FOLDER = "db/migration/sqlite";

    @TempDir
    Path root;

    private ClassLoader before;

    @BeforeEach
    void remember() {
        before = Thread.currentThread().getContextClassLoader();
    }

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void findsScriptsInFoldersAndJars() throws IOException {
        Path folder = Files.createDirectories(root.resolve("class es/" + FOLDER + "/2026"));
        Files.writeString(folder.resolve("V1__in_folder.sql"), "select 1;");
        Path jar = jar("a.jar", true, "V2__in_jar.sql");
        assertThat(read(root.resolve("class es").toUri().toURL(), jar.toUri().toURL()))
                .extracting(Script::path, Script::source, Script::text)
                .containsExactly(
                        tuple("2026/V1__in_folder.sql", "classpath:" + FOLDER + "/2026/V1__in_folder.sql", "select 1;"),
                        tuple("V2__in_jar.sql", "classpath:" + FOLDER + "/V2__in_jar.sql", "select 2;"));
    }

    @Test
    void findsScriptsInAJarWithoutEntriesForItsFolders() throws IOException {
        Path jar = jar("b.jar", false, "V1__bare.sql");
        assertThat(read(jar.toUri().toURL())).extracting(Script::path).containsExactly("V1__bare.sql");
    }

    @Test
    void theSameFolderTwiceIsNotTwoScripts() throws IOException {
        URL jar = jar("c.jar", true, "V1__once.sql").toUri().toURL();
        assertThat(read(jar, jar)).hasSize(1);
    }

    private List<Script> read(URL... classpath) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(classpath, null)) {
            Thread.currentThread().setContextClassLoader(loader);
            return Scripts.read(List.of("classpath:/db/migration"), Engine.SQLITE);
        }
    }

    private Path jar(String name, boolean folderEntries, String script) throws IOException {
        Path file = root.resolve(name);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            if (folderEntries) {
                for (String entry : List.of("db/", "db/migration/", FOLDER + "/")) {
                    jar.putNextEntry(new JarEntry(entry));
                    jar.closeEntry();
                }
            }
            jar.putNextEntry(new JarEntry(FOLDER + "/" + script));
            jar.write("select 2;".getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
        return file;
    }
}
