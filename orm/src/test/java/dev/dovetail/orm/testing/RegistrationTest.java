package dev.dovetail.orm.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.Outbox;
import dev.dovetail.repository.OutboxMessage;
import dev.dovetail.testing.persistence.OnEveryPersistence;
import dev.dovetail.testing.persistence.PublishedMessages;
import jakarta.data.exceptions.EntityExistsException;
import org.junit.jupiter.api.Test;

/** The lines of the README of dovetail-testing, compiled and run. */
// README every
@OnEveryPersistence(entities = Member.class)
class RegistrationTest {

    private final Members members;
    private final Registration registration;

    RegistrationTest(Members members, Outbox outbox, Transactor tx) {
        this.members = members;
        this.registration = new Registration(members, outbox, tx);
    }

    @Test
    void refusesADuplicateAndTakesTheWholeRegistrationBack(PublishedMessages published) {
        registration.register("ann@example.com", "Ann");

        assertThatExceptionOfType(EntityExistsException.class)
                .isThrownBy(() -> registration.register("ann@example.com", "Ann again"));

        assertThat(members.list()).extracting(Member::getName).containsExactly("Ann");
        assertThat(published.list()).extracting(OutboxMessage::key).containsExactly("ann@example.com");
    }
}
// end
