package dev.dovetail.orm.testing;

import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.Outbox;

/** A service as users write them. */
record Registration(Members members, Outbox outbox, Transactor tx) {

    void register(String email, String name) {
        tx.run(() -> {
            outbox.add("registered", email, "{}");
            members.insert(new Member(email, name));
        });
    }
}
