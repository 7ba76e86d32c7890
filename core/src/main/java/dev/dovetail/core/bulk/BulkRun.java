package dev.dovetail.core.bulk;

import dev.dovetail.core.error.ConflictingOptionException;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.internal.bulk.BulkChunk;
import dev.dovetail.core.internal.bulk.BulkWork;
import dev.dovetail.core.internal.bulk.ChunkSender;
import dev.dovetail.core.internal.bulk.GeneratedKeys;
import dev.dovetail.core.internal.bulk.RowRefusedException;
import dev.dovetail.core.internal.jdbc.SqlFailures;
import dev.dovetail.core.transaction.Transactor;
import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run of an operation over its rows: in one transaction, or in one for each part. */
record BulkRun(
        BulkSettings settings, BulkWork work, @Nullable GeneratedKeys<?> keys) {

    /** Later ones grow, as far as it pays: who writes few rows sees progress soon, who writes many waits less often. */
    private static final int FIRST_CHUNK = 1_000;

    <T> long run(Iterator<? extends T> elements, Function<? super T, BulkRow> toRow) {
        BulkRows rows = new BulkRows(work, new MappedRows<>(elements, toRow));
        Transactor transactor = settings.access().transactions().transactor();
        if (settings.commitEvery() == 0) {
            return transactor.call(() -> part(rows, Long.MAX_VALUE));
        }
        requireOwnTransactions(settings);
        return inParts(rows, transactor);
    }

    private long inParts(BulkRows rows, Transactor transactor) {
        BulkCheckpoint checkpoint = settings.checkpoint();
        CheckpointRow row = checkpoint == null ? null : new CheckpointRow(settings.access(), checkpoint);
        long committed = row == null ? 0 : row.rowsCommitted();
        long written = 0;
        try {
            rows.skip(committed);
            while (rows.hasNext()) {
                long from = committed;
                written += transactor.call(() -> {
                    long part = part(rows, settings.commitEvery());
                    if (row != null && rows.read() > from) {
                        row.advance(from, rows.read());
                    }
                    return part;
                });
                committed = rows.read();
            }
        } catch (Throwable failure) {
            if (committed > 0) {
                failure.addSuppressed(
                        new BulkPartlyCommittedException(settings.table().getName(), committed));
            }
            throw failure;
        }
        return written;
    }

    private long part(BulkRows rows, long limit) {
        requireWritable();
        long end = limit == Long.MAX_VALUE ? limit : rows.read() + limit;
        long written = 0;
        int size = FIRST_CHUNK;
        try (ChunkSender sender = ChunkSender.open(settings.statements(), work, keys)) {
            do {
                // All of a chunk's rows first: their source may run statements of its own on this connection.
                BulkChunk chunk = rows.chunk((int) Math.min(size, end - rows.read()));
                size = Math.min(size * 2, sender.mostRows());
                if (!chunk.rows().isEmpty()) {
                    written += sender.send(chunk);
                }
                settings.progress().accept(rows.read());
            } while (rows.read() < end && rows.hasNext());
            sender.finish();
        } catch (RowRefusedException refused) {
            throw BadBulkRowException.of(work.table(), refused);
        }
        return written;
    }

    private void requireWritable() {
        if (settings.access()
                .transactions()
                .require("bulk operation")
                .resource()
                .options()
                .readOnly()) {
            throw SqlFailures.readOnly("bulk operation on " + work.table().getName(), null);
        }
    }

    static void requireOwnTransactions(BulkSettings settings) {
        if (settings.access().transactions().current() != null) {
            throw new ConflictingOptionException(
                    new Explanation(
                            CoreError.CONFLICTING_OPTION,
                            "A bulk operation on " + settings.table().getName()
                                    + " asks to commit in parts, but a transaction runs already.",
                            "committingEvery(…) inside of db.transaction(…) or a transactor's block",
                            "run it outside of a transaction, or without committingEvery(…) as part of this one"),
                    null);
        }
    }

    private record MappedRows<T>(Iterator<? extends T> elements, Function<? super T, BulkRow> toRow)
            implements BulkRows.Source {

        @Override
        public boolean hasNext() {
            return elements.hasNext();
        }

        @Override
        public BulkRow next() {
            return toRow.apply(elements.next());
        }

        @Override
        public void skip() {
            elements.next();
        }
    }
}
