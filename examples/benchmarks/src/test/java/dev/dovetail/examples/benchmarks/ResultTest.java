package dev.dovetail.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.examples.benchmarks.report.Result;
import dev.dovetail.examples.benchmarks.report.ResultTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultTest {

    private final Result result = new Result(
            "do it",
            0.75,
            Map.of(
                    "raw", List.of(9_000_000L, 2_000_000L, 4_000_000L),
                    "tuned", List.of(1_000_000L, 1_000_000L, 1_000_000L),
                    "dovetail", List.of(3_000_000L, 1_000_000L, 80_000_000L),
                    "jooq", List.of(8_000_000L, 8_000_000L, 8_000_000L)));

    @Test
    void comparesMedians() {
        assertThat(result.median("raw")).isEqualTo(4_000_000);
        assertThat(result.ratio("dovetail", "raw")).isEqualTo(0.75);
    }

    @Test
    void becomesALineOfATable() {
        assertThat(ResultTable.of("SQLite", List.of(result))).contains("| do it | 4.00 | 0.75 | 0.75 | 0.25 | 2.00 |");
    }

    @Test
    void saysWhoRanNothing() {
        assertThatThrownBy(() -> result.median("hibernate")).hasMessage("hibernate ran no round of 'do it'");
    }
}
