package dev.dovetail.core.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteTextTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-29 01:30:00.500, 2026-03-29T01:30:00.500Z",
        "2026-03-29 01:30:00, 2026-03-29T01:30:00Z",
        "2026-03-29 01:30:00.5, 2026-03-29T01:30:00.500Z",
        "2026-03-29T01:30:00.123456, 2026-03-29T01:30:00.123456Z",
        "2026-03-29T01:30:00Z, 2026-03-29T01:30:00Z",
        "2026-03-29 01:30:00.500+02:00, 2026-03-28T23:30:00.500Z",
        "2026-03-29, 2026-03-29T00:00:00Z",
    })
    void readsWhatJavaAndSqlWrite(String text, Instant expected) {
        assertThat(SqliteText.instant(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T01:30:00.500999Z, 2026-03-29 01:30:00.500",
        "2026-03-29T01:30:00Z, 2026-03-29 01:30:00.000",
    })
    void writesThreeDigitsAlways(Instant value, String expected) {
        assertThat(SqliteText.of(value)).isEqualTo(expected);
    }
}
