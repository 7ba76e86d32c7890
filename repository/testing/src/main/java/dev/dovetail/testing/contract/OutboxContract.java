package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.repository.OutboxMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages leave with the transaction that wrote them, or not at all. */
public interface OutboxContract extends Library {

    @Test
    default void messagesArePublishedInOrderWithTheCommit() {
        List<OutboxMessage> before = published();
        tx().run(() -> {
            persistence().outbox().add("books", "1", "{\"title\": \"One\"}");
            persistence().outbox().add("books", "1", "second");
            persistence().outbox().add("authors", "7", "\uD83D\uDE00");
        });
        assertThat(published().subList(before.size(), published().size()))
                .containsExactly(
                        new OutboxMessage("books", "1", "{\"title\": \"One\"}"),
                        new OutboxMessage("books", "1", "second"),
                        new OutboxMessage("authors", "7", "\uD83D\uDE00"));
    }

    @Test
    default void messagesOfARolledBackTransactionAreNotPublished() {
        List<OutboxMessage> before = published();
        assertThatIllegalStateException()
                .isThrownBy(() -> tx().run(() -> {
                    persistence().outbox().add("books", "1", "lost");
                    throw new IllegalStateException("on purpose");
                }));
        assertThat(published()).isEqualTo(before);
    }

    @Test
    default void messagesOfATakenBackBlockAreNotPublished() {
        List<OutboxMessage> before = published();
        tx().run(() -> {
            persistence().outbox().add("books", "1", "kept");
            assertThatIllegalStateException()
                    .isThrownBy(() -> tx().nested().run(() -> {
                        persistence().outbox().add("books", "1", "lost");
                        throw new IllegalStateException("on purpose");
                    }));
        });
        assertThat(published().subList(before.size(), published().size()))
                .extracting(OutboxMessage::payload)
                .containsExactly("kept");
    }

    @Test
    default void withoutATransactionAMessageIsOne() {
        List<OutboxMessage> before = published();
        persistence().outbox().add("books", "1", "alone");
        assertThat(published()).hasSize(before.size() + 1);
    }

    @Test
    default void readOnlyTransactionsRefuseMessages() {
        assertThatExceptionOfType(ReadOnlyException.class)
                .isThrownBy(
                        () -> tx().readOnly().run(() -> persistence().outbox().add("books", "1", "refused")));
    }
}
