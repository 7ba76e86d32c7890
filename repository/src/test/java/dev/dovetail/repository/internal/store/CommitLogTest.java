package dev.dovetail.repository.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What commits replaced is kept no longer than somebody looks at it. */
class CommitLogTest {

    private final CommitLog log = new CommitLog();

    private void commit(long number) {
        log.add(number, List.of());
    }

    @Test
    void nothingIsKeptWhileNobodyLooks() {
        LongStream.rangeClosed(1, 100).forEach(this::commit);
        assertThat(log.since(0)).isEmpty();
    }

    @Test
    void theOldestOnLookerDecidesHowMuchIsKept() {
        Snapshot oldest = log.open(0);
        commit(1);
        Snapshot later = log.open(1);
        commit(2);
        assertThat(log.since(0)).extracting(CommitLog.Commit::number).containsExactly(1L, 2L);
        oldest.close();
        commit(3);
        assertThat(log.since(0)).extracting(CommitLog.Commit::number).containsExactly(2L, 3L);
        later.close();
        commit(4);
        assertThat(log.since(0)).isEmpty();
    }
}
