package dev.dovetail.core.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void aMessageHasFactCauseFixAndCode() {
        assertThat(new Explanation(CoreError.BAD_URL, "It broke.", "a slip", "mend it").message())
                .isEqualTo("It broke.\n  Likely cause: a slip\n  Fix: mend it\n  Code: DVT-101 (docs/errors.md)");
    }

    @Test
    void noPartMayBeEmpty() {
        assertThatThrownBy(() -> new Explanation(CoreError.BAD_URL, "It broke.", " ", "mend it"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cause");
    }
}
