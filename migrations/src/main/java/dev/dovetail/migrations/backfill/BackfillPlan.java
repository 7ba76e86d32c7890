package dev.dovetail.migrations.backfill;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** What a backfill is to do, and how. */
record BackfillPlan(
        String name,
        String table,
        String key,
        String set,
        String where,
        int batchSize,
        Duration pause,
        Throttle throttle,
        @Nullable Duration maxLag,
        Consumer<BackfillProgress> listener) {

    private static final int NAME_LENGTH = 100;
    private static final int LARGEST_BATCH = 1_000_000;

    BackfillPlan {
        if (name.isBlank() || name.length() > NAME_LENGTH) {
            throw new IllegalArgumentException(
                    "The name of a backfill has 1 to " + NAME_LENGTH + " characters, got '" + name + "'");
        }
        if (batchSize < 1 || batchSize > LARGEST_BATCH) {
            throw new IllegalArgumentException(
                    "A batch of a backfill has 1 to " + LARGEST_BATCH + " rows, got " + batchSize);
        }
        if (pause.isNegative()) {
            throw new IllegalArgumentException("A pause is not negative, got " + pause);
        }
    }

    static BackfillPlan named(String name) {
        return new BackfillPlan(name, "", "id", "", "", 1_000, Duration.ZERO, Throttle.none(), null, progress -> {});
    }

    BackfillPlan withTable(String text) {
        return new BackfillPlan(name, text, key, set, where, batchSize, pause, throttle, maxLag, listener);
    }

    BackfillPlan withKey(String column) {
        return new BackfillPlan(name, table, column, set, where, batchSize, pause, throttle, maxLag, listener);
    }

    BackfillPlan withSet(String assignments) {
        return new BackfillPlan(name, table, key, assignments, where, batchSize, pause, throttle, maxLag, listener);
    }

    BackfillPlan withWhere(String condition) {
        return new BackfillPlan(name, table, key, set, condition, batchSize, pause, throttle, maxLag, listener);
    }

    BackfillPlan withBatchSize(int rows) {
        return new BackfillPlan(name, table, key, set, where, rows, pause, throttle, maxLag, listener);
    }

    BackfillPlan withPause(Duration duration) {
        return new BackfillPlan(name, table, key, set, where, batchSize, duration, throttle, maxLag, listener);
    }

    BackfillPlan withThrottle(Throttle other) {
        return new BackfillPlan(name, table, key, set, where, batchSize, pause, other, maxLag, listener);
    }

    BackfillPlan withMaxLag(Duration most) {
        return new BackfillPlan(name, table, key, set, where, batchSize, pause, throttle, most, listener);
    }

    BackfillPlan withListener(Consumer<BackfillProgress> other) {
        return new BackfillPlan(name, table, key, set, where, batchSize, pause, throttle, maxLag, other);
    }

    /** Of what decides about the rows; the pace may change from run to run. */
    int checksum() {
        CRC32 crc = new CRC32();
        for (String part : new String[] {table, key, set, where}) {
            crc.update((part.strip() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return (int) crc.getValue();
    }
}
