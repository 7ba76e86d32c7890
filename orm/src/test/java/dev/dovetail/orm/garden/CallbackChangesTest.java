package dev.dovetail.orm.garden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.DovetailException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lifecycle callbacks change in other entities while they are written is written, too. */
@OnEachDatabase
class CallbackChangesTest extends GardenTest {

    CallbackChangesTest(TestDatabase database) {
        assertThat(database).isNotNull();
    }

    @Test
    void aChangeOfAnEntityThatTheFlushHasLookedAtIsWritten() {
        plot(1);
        plot(2);
        run(uow -> {
            Plot first = uow.get(Plot.class, 1L);
            Plot second = uow.get(Plot.class, 2L);
            Plot.callback = event -> {
                if (event.equals("updating b")) {
                    first.setName("by a callback");
                }
            };
            second.setName("b");
            uow.flush();
            assertThat(uow.isDirty()).isFalse();
            List<String> names = uow.sql()
                    .select(org.jooq.impl.DSL.field(org.jooq.impl.DSL.name("name"), String.class))
                    .from(table("plots"))
                    .orderBy(1)
                    .fetch(0, String.class);
            assertThat(names).containsExactly("b", "by a callback");
        });
    }

    @Test
    void callbacksThatNeverComeToAnEndAreRefused() {
        plot(1);
        plot(2);
        assertThatThrownBy(() -> run(uow -> {
                    Plot first = uow.get(Plot.class, 1L);
                    Plot second = uow.get(Plot.class, 2L);
                    int[] count = new int[1];
                    Plot.callback = event -> {
                        boolean isSecond = event.startsWith("updating b");
                        (isSecond ? first : second).setName((isSecond ? "a" : "b") + ++count[0]);
                    };
                    second.setName("b0");
                }))
                .isInstanceOf(DovetailException.class)
                .hasMessageContaining("100 rounds");
    }
}
