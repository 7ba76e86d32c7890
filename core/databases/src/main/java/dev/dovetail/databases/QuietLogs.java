package dev.dovetail.databases;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * Silences what starts the servers, and MariaDB's driver, which logs each error that it also throws: their exceptions
 * say all of it. A level that the configuration of the logger sets is respected.
 */
final class QuietLogs {

    private static final List<String> LOUD = List.of(
            "org.testcontainers",
            "tc",
            "com.github.dockerjava",
            "io.zonky.test",
            "ch.vorburger",
            "org.mariadb.jdbc.message.server");

    private QuietLogs() {}

    static void silence() {
        for (String name : LOUD) {
            String simple = "org.slf4j.simpleLogger.log." + name;
            if (System.getProperty(simple) == null) {
                System.setProperty(simple, "off");
            }
        }
        ILoggerFactory loggers = LoggerFactory.getILoggerFactory();
        if (loggers.getClass().getName().equals("ch.qos.logback.classic.LoggerContext")) {
            Logback.silence(loggers);
        }
    }

    /** Apart, because it needs Logback. */
    private static final class Logback {
        static void silence(ILoggerFactory loggers) {
            for (String name : LOUD) {
                Logger logger = ((LoggerContext) loggers).getLogger(name);
                if (logger.getLevel() == null) {
                    logger.setLevel(Level.OFF);
                }
            }
        }
    }
}
