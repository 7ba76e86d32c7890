package dev.dovetail.migrations.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.migrations.result.AppliedStep;
import dev.dovetail.migrations.result.Direction;
import dev.dovetail.migrations.revision.RevisionId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TextReportTest {

    @Test
    void whatTakesLongIsToldInSeconds() {
        assertThat(step(Duration.ofMillis(9_999))).isEqualTo("  up    1  users  (9999 ms)");
        assertThat(step(Duration.ofMillis(12_340))).isEqualTo("  up    1  users  (12.3 s)");
    }

    private static String step(Duration elapsed) {
        return TextReport.step(
                new AppliedStep(Direction.UPGRADE, RevisionId.of("1"), "users", "V1__users.sql", elapsed));
    }
}
