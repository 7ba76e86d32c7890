package dev.dovetail.orm.graph;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.TransientConflictException;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.OpenPersistence;
import dev.dovetail.orm.graph.Workshop.PowerTool;
import dev.dovetail.orm.graph.Workshop.Tool;
import dev.dovetail.orm.graph.Workshop.Tools;
import jakarta.data.page.PageRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Locks of rows in tables that a union reads. On SQLite there are none beside a transaction that writes. */
@OnEachDatabase({POSTGRESQL, H2, MARIADB})
@Timeout(60)
class UnionLockTest {

    private final TestDatabase database;

    UnionLockTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void aRowIsLockedInWhicheverTableItIs() {
        try (OpenPersistence open = OpenPersistence.of(database, Tool.class, PowerTool.class)) {
            open.persistence().createAll();
            Tools tools = open.persistence().repository(Tools.class);
            Transactor tx = open.persistence().transactor();
            tools.insertAll(List.of(new Tool(1, "saw"), new PowerTool(2, "drill"), new Tool(3, "file")));
            tx.run(() -> {
                assertThat(tools.locked(1)).isPresent();
                assertThat(tools.locked(2)).get().isInstanceOf(PowerTool.class);
                assertThat(tools.locked(4)).isEmpty();
                for (int locked : new int[] {1, 2}) {
                    assertThatExceptionOfType(TransientConflictException.class)
                            .isThrownBy(() -> tx.requiresNew().run(() -> tools.lockedAtOnce(locked)));
                }
                tx.requiresNew()
                        .run(() -> assertThat(tools.free())
                                .extracting(tool -> tool.id)
                                .containsExactly(3));
            });
            tx.run(() -> assertThat(tools.free()).hasSize(3));
            tx.run(() -> {
                assertThat(tools.lockedPage(PageRequest.ofSize(1)).content())
                        .extracting(tool -> tool.id)
                        .containsExactly(1);
                tx.requiresNew()
                        .run(() -> assertThat(tools.free())
                                .extracting(tool -> tool.id)
                                .contains(3)
                                .doesNotContain(1));
            });
            open.persistence().dropAll();
        }
    }
}
