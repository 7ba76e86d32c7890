package dev.dovetail.orm.testing;

import static dev.dovetail.testing.persistence.PersistenceKind.FAKE;
import static dev.dovetail.testing.persistence.PersistenceKind.H2;
import static dev.dovetail.testing.persistence.PersistenceKind.POSTGRESQL;
import static dev.dovetail.testing.persistence.PersistenceKind.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.testing.persistence.OnEveryPersistence;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/** A block of ids that is in hand when the rows are brought back is not handed out again. */
@OnEveryPersistence(
        entities = Ticket.class,
        on = {FAKE, SQLITE, POSTGRESQL, H2})
class BlocksOfIdsTest {

    @RepeatedTest(3)
    void idsAreUnique(Tickets tickets, Transactor tx) {
        tx.run(() -> tickets.insertAll(Stream.generate(Ticket::new).limit(70).toList()));

        List<Long> ids = tickets.findAll().map(Ticket::getId).toList();
        assertThat(ids).hasSize(70).doesNotHaveDuplicates();
    }
}
