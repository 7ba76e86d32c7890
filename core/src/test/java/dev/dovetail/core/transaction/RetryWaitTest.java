package dev.dovetail.core.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryWaitTest {

    private final Random random = new Random(7);

    @Test
    void waitsAreSpreadEvenlyBetweenNothingAndALimitThatDoubles() {
        Retry retry = Retry.exponential(10, Duration.ofMillis(100));
        for (int attempt = 1; attempt <= 4; attempt++) {
            double limit = 100 << (attempt - 1);
            double[] waits = waits(retry, attempt).map(wait -> wait / limit).toArray();
            for (int tenth = 0; tenth < 10; tenth++) {
                double from = tenth / 10.0;
                assertThat(DoubleStream.of(waits)
                                .filter(wait -> wait >= from && wait < from + 0.1)
                                .count())
                        .as("waits of attempt " + attempt + " from " + from)
                        .isBetween(800L, 1_200L);
            }
        }
    }

    @Test
    void noWaitIsLongerThanTheMaximum() {
        Retry retry = Retry.exponential(1_000, Duration.ofMillis(100)).maxDelay(Duration.ofMillis(500));
        for (int attempt : new int[] {4, 10, 64, 999}) {
            assertThat(waits(retry, attempt).max().orElseThrow()).isBetween(480.0, 500.0);
        }
    }

    @Test
    void noAttemptBeginsAfterTheDeadline() {
        Retry retry = new Retry(10, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(10), false);
        assertThat(Stream.generate(() -> retry.waitAfter(1, Duration.ofMillis(9_500), random))
                        .limit(1_000)
                        .map(wait ->
                                wait == null ? "no" : wait.compareTo(Duration.ofMillis(500)) <= 0 ? "in time" : "late")
                        .distinct())
                .containsExactlyInAnyOrder("no", "in time");
        assertThat(retry.waitAfter(1, Duration.ofSeconds(11), random)).isNull();
    }

    @Test
    void thereIsNoWaitAfterTheLastAttempt() {
        Retry retry = Retry.exponential(3, Duration.ofMillis(1));
        assertThat(retry.waitAfter(2, Duration.ZERO, random)).isNotNull();
        assertThat(retry.waitAfter(3, Duration.ZERO, random)).isNull();
    }

    @Test
    void timesWithoutEndOverflowNothing() {
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        Retry retry = new Retry(Integer.MAX_VALUE, endless, endless, endless, false);
        for (int attempt : new int[] {1, 2, 63, 64, 65, 1_000}) {
            assertThat(retry.waitAfter(attempt, Duration.ofDays(1), random)).isPositive();
        }
    }

    private DoubleStream waits(Retry retry, int attempt) {
        return Stream.generate(() -> retry.waitAfter(attempt, Duration.ZERO, random))
                .limit(10_000)
                .mapToDouble(wait -> wait == null ? Double.NaN : wait.toNanos() / 1e6);
    }
}
