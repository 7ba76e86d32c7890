package dev.dovetail.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.migrations.catalog.Column;
import dev.dovetail.migrations.catalog.Column.Generated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes lose data without a word from the engine. */
class LossTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            numeric(12,4)            | numeric(10,2)               | true
            numeric(10,2)            | numeric(12,4)               | false
            numeric(10,2)            | numeric                     | false
            numeric                  | numeric(10,2)               | true
            numeric(10,2)            | integer                     | true
            numeric(10,2)            | double precision            | true
            double precision         | real                        | true
            real                     | double precision            | false
            double precision         | bigint                      | true
            integer                  | bigint                      | false
            timestamp                | date                        | true
            timestamp(6)             | timestamp(3)                | true
            timestamp(3)             | timestamp                   | false
            timestamp with time zone | time                        | true
            date                     | timestamp                   | false
            character varying(50)    | character varying(20)       | false
            """)
    void aTypeThatKeepsLess(String before, String after, boolean loses) {
        assertThat(TypeLoss.between(before, after)).isEqualTo(loses);
        Operation change = new Operation.ChangeColumn("t", column(before, null), column(after, null));
        assertThat(change.losesData()).isEqualTo(loses);
    }

    @Test
    void whatIsComputedCanBeComputedAgain() {
        Column stored = column("integer", null);
        Column computed = column("integer", new Generated("a * 2", true));
        assertThat(new Operation.DropColumn("t", stored).losesData()).isTrue();
        assertThat(new Operation.DropColumn("t", computed).losesData()).isFalse();
        assertThat(new Operation.ChangeColumn("t", stored, computed).losesData())
                .isTrue();
        assertThat(new Operation.ChangeColumn("t", computed, stored).losesData())
                .isFalse();
    }

    private static Column column(String type, Generated generated) {
        return new Column("c", type, true, null, null, generated, null, null);
    }
}
