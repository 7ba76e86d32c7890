package dev.dovetail.core.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class SavepointStatesTest extends OpenDatabase {

    private final Transactor tx = db.transactor();
    private final List<String> restored = new ArrayList<>();
    private String state = "start";

    SavepointStatesTest(TestDatabase database) {
        super(database);
    }

    private ActiveTransaction current() {
        return db.access().transactions().require("test");
    }

    private void enlist() {
        ActiveTransaction transaction = current();
        SavepointStates<String> states = new SavepointStates<>(transaction);
        transaction.enlist(new RecordingParticipant()
                .on("beforeSavepoint", () -> states.keep(state))
                .on("afterRollbackToSavepoint", () -> restored.add(String.valueOf(states.takeBack()))));
    }

    private void fail(Runnable block) {
        assertThatThrownBy(() -> tx.nested().run(() -> {
                    block.run();
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
    }

    @Test
    void eachSavepointGetsBackWhatWasKeptForIt() {
        tx.run(() -> {
            enlist();
            fail(() -> {
                state = "outer";
                tx.nested().run(() -> state = "released");
                fail(() -> state = "inner");
                fail(() -> state = "inner again");
            });
            fail(() -> state = "second");
        });
        assertThat(restored).containsExactly("released", "inner", "start", "inner again");
    }

    @Test
    void savepointsThatWereForgottenInsideAreSkipped() {
        tx.run(() -> {
            enlist();
            fail(() -> {
                state = "forgotten";
                current().openSavepoint();
                state = "inside of it";
                current().openSavepoint();
            });
        });
        assertThat(restored).containsExactly("start");
    }

    @Test
    void whoCameLaterThanTheSavepointGetsNothingBack() {
        tx.run(() -> {
            fail(this::enlist);
            fail(() -> state = "later");
        });
        assertThat(restored).containsExactly("null", "start");
    }

    @Test
    void countsTheSavepointsThatAreOpen() {
        tx.run(() -> {
            assertThat(current().openSavepoints()).isZero();
            tx.nested().run(() -> {
                assertThat(current().openSavepoints()).isEqualTo(1);
                tx.nested().run(() -> assertThat(current().openSavepoints()).isEqualTo(2));
            });
            assertThat(current().openSavepoints()).isZero();
        });
    }
}
