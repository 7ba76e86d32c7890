package dev.dovetail.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.testing.contract.Author;
import org.junit.jupiter.api.Test;

/** The contract on MariaDB, which names the key that was broken, not its table and columns. */
@OnEachDatabase(TestEngine.MARIADB)
class HibernateContractOnMariaDbTest extends HibernateContractTest {

    HibernateContractOnMariaDbTest(TestDatabase database) {
        super(database);
    }

    @Test
    @Override
    public void aUniqueValueIsThereOnce() {
        ann();
        assertThatThrownBy(() -> authors().insert(new Author("Other", "ann@example.com")))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class,
                        failure -> assertThat(failure.details().constraint()).isEqualTo("uq_authors_email"));
        assertThat(authors().count()).isEqualTo(1);
    }
}
