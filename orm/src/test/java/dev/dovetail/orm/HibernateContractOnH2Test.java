package dev.dovetail.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.testing.contract.Tag;
import org.junit.jupiter.api.Test;

/** The contract on H2, which counts and compares UTF-16 units where the others do characters. */
@OnEachDatabase(TestEngine.H2)
class HibernateContractOnH2Test extends HibernateContractTest {

    HibernateContractOnH2Test(TestDatabase database) {
        super(database);
    }

    @Test
    @Override
    public void stringsAreSortedByTheirCodePoints() {
        tags().insert(new Tag("\uFF5E", null));
        tags().insert(new Tag("\uD83D\uDE00", null));
        assertThat(tags().byName()).extracting(Tag::getName).containsExactly("\uD83D\uDE00", "\uFF5E");
    }

    @Test
    @Override
    public void lengthIsCountedInCharacters() {
        assertThatThrownBy(() -> tags().insert(new Tag("\uD83D\uDE00".repeat(11), null)))
                .isInstanceOf(ValueTooLongException.class);
    }
}
