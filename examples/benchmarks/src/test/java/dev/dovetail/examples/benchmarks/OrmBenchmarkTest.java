package dev.dovetail.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.TestEngine;
import dev.dovetail.examples.benchmarks.orm.OrmBenchmark;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The unit of work and plain Hibernate come to the same, on little data. */
class OrmBenchmarkTest {

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void everythingIsMeasured(TestEngine engine) throws SQLException {
        assertThat(OrmBenchmark.on(engine, "small"))
                .contains("| get by id |", "| update 1000 |", "| guard, per entity", "| boot |")
                .doesNotContain("NaN");
    }
}
