package dev.dovetail.migrations.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.support.Failures;
import dev.dovetail.migrations.support.Project;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class HistoryTableTest {

    private final TestEngine engine;
    private Project project;

    HistoryTableTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @BeforeEach
    void create(@TempDir Path folder) {
        project = new Project(engine, folder).withThreeScripts();
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void aHistoryThatAnotherProcessMakesBetweenTwoLooksIsRead() throws SQLException {
        HistoryTable table = new HistoryTable(project.engine());
        try (Connection connection = project.connect()) {
            History history = table.read(
                    beforeTheSecondLook(connection, () -> project.migrations().upgrade("+1")));
            assertThat(history.rows()).hasSize(1);
        }
    }

    @Test
    void tablesThatAnotherProcessMakesBetweenTwoLooksAreNotTakenForMigrated() throws SQLException {
        HistoryTable table = new HistoryTable(project.engine());
        try (Connection connection = project.connect()) {
            Failures.assertFails(
                            MigrationError.DATABASE_NOT_EMPTY,
                            () -> table.read(beforeTheSecondLook(
                                    connection, () -> project.execute("create table strange (id integer)"))))
                    .hasMessageContaining("(strange)");
        }
    }

    /** A connection on which something happens after its first statement. */
    private static Connection beforeTheSecondLook(Connection connection, Runnable event) {
        int[] looks = {0};
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean isLook = method.getName().endsWith("Statement");
                    if (isLook && ++looks[0] == 2) {
                        event.run();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
