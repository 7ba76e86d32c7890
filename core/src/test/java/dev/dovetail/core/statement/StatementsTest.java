package dev.dovetail.core.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class StatementsTest extends OpenDatabase {

    StatementsTest(TestDatabase database) {
        super(database);
    }

    @Test
    void recordsWhatTheBlockSends() {
        StatementRecording recording = Statements.during(() -> {
            insert(1, 10);
            count();
        });
        assertThat(recording.count()).isEqualTo(2);
        assertThat(recording.sql().get(0)).startsWith("insert into").contains("?");
        assertThat(recording.sql().get(1)).startsWith("select count(*)");
    }

    @Test
    void nestedRecordingsBothSeeTheInnerStatements() {
        List<StatementRecording> inner = new ArrayList<>();
        StatementRecording outer = Statements.during(() -> {
            count();
            inner.add(Statements.during(this::count));
            count();
        });
        assertThat(inner.get(0).count()).isEqualTo(1);
        assertThat(outer.count()).isEqualTo(3);
    }

    @Test
    void endsWithTheBlockAlsoWhenItThrows() {
        assertThatThrownBy(() -> Statements.during(() -> {
                    throw new IllegalStateException("block");
                }))
                .hasMessage("block");
        StatementRecording recording = Statements.during(() -> {});
        count();
        assertThat(recording.count()).isZero();
    }
}
