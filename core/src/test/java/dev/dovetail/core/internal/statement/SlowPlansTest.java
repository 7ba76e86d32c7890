package dev.dovetail.core.internal.statement;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.dovetail.core.LogLines;
import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.statement.ExecutionPlan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlowPlansTest {

    private final LogLines log = new LogLines(SlowStatements.LOGGER, Level.DEBUG);
    private final AtomicLong now = new AtomicLong();

    @AfterEach
    void closeLog() {
        log.close();
    }

    /** What an engine answers. */
    private interface Answer {
        String plan(String sql) throws InterruptedException;
    }

    private SlowPlans plans(Answer answer) {
        return new SlowPlans(
                new Explainer() {
                    @Override
                    public ExecutionPlan explain(String sql, Parameters parameters) {
                        throw new UnsupportedOperationException(sql);
                    }

                    @Override
                    public ExecutionPlan explain(Query query) {
                        throw new UnsupportedOperationException("not asked for here");
                    }

                    @Override
                    public ExecutionPlan explain(String sql, List<? extends @Nullable Object> values) {
                        try {
                            return new ExecutionPlan(Engine.H2, answer.plan(sql), null, null);
                        } catch (InterruptedException interrupted) {
                            throw new IllegalStateException(interrupted);
                        }
                    }
                },
                now::get);
    }

    @Test
    void theSameTextIsAskedAgainAfterAMinute() throws InterruptedException {
        try (SlowPlans plans = plans(sql -> "plan at " + now.get())) {
            plans.ask("a", List.of());
            log.await("plan of a\nplan at 0"::equals);
            now.set(Duration.ofSeconds(59).toNanos());
            plans.ask("a", List.of());
            plans.ask("b", List.of());
            log.await(line -> line.startsWith("plan of b\n"));
            now.set(Duration.ofSeconds(60).toNanos());
            plans.ask("a", List.of());
            log.await("plan of a\nplan at 60000000000"::equals);
        }

        assertThat(log.lines()).hasSize(3);
    }

    @Test
    void aPlanThatFailsIsLeftOut() throws InterruptedException {
        try (SlowPlans plans = plans(sql -> {
            throw new IllegalStateException("no table");
        })) {
            plans.ask("a", List.of());
            assertThat(log.await(line -> true)).isEqualTo("No plan of a");
        }
    }

    @Test
    void theWorkDoesNotWaitForPlans() {
        CountDownLatch never = new CountDownLatch(1);
        try (SlowPlans plans = plans(sql -> {
            never.await();
            return "";
        })) {
            for (int i = 0; i < 1_000; i++) {
                plans.ask("statement " + i, List.of());
            }
        }
        assertThat(log.lines()).noneMatch(line -> line.startsWith("plan of"));
    }
}
