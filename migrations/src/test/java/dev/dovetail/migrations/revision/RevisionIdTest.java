package dev.dovetail.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionIdTest {

    @Test
    void ordersPartByPartAsNumbers() {
        List<String> ordered = List.of(
                "0.9", "1", "1.0.1", "1.2", "1_10", "2", "20261120_091800", "20261120_101800", "99999999999999999999");
        Stream<RevisionId> sorted = ordered.stream()
                .sorted(java.util.Comparator.reverseOrder())
                .map(RevisionId::of)
                .sorted();
        assertThat(sorted.map(RevisionId::toString)).containsExactlyElementsOf(ordered);
    }

    @Test
    void sameNumbersAreTheSameRevision() {
        assertThat(RevisionId.of("1_02.0"))
                .isEqualTo(RevisionId.of("1.2"))
                .hasSameHashCodeAs(RevisionId.of("1.2"))
                .isEqualByComparingTo(RevisionId.of("001.2"))
                .isNotEqualTo(RevisionId.of("1.2.1"));
    }

    @Test
    void keepsItsTextAndKnowsFlywaysForm() {
        RevisionId id = RevisionId.of("20261120_091800");
        assertThat(id).hasToString("20261120_091800");
        assertThat(id.dotted()).isEqualTo("20261120.091800");
        assertThat(id.startsWith("20261120_0")).isTrue();
        assertThat(id.startsWith("20261120.0")).isTrue();
        assertThat(id.startsWith("0")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1.", "_1", "1__2", "1-2", "+1"})
    void refusesWhatIsNoVersion(String text) {
        assertThatThrownBy(() -> RevisionId.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
