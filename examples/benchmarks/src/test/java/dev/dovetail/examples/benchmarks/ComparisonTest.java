package dev.dovetail.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.TestEngine;
import dev.dovetail.examples.benchmarks.contender.Contenders;
import dev.dovetail.examples.benchmarks.process.Work;
import dev.dovetail.examples.benchmarks.report.Result;
import dev.dovetail.examples.benchmarks.report.ResultTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All contenders do all of the work, on little data; a comparison ends with an error where their results differ. */
class ComparisonTest {

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void allContendersComeToTheSame(TestEngine engine) throws SQLException {
        List<Result> results = new ArrayList<>();
        try (Comparison comparison = Comparison.on(engine, "small")) {
            for (Work work : Work.values()) {
                results.add(comparison.measure(work));
            }
            results.add(comparison.measureStart());

            assertThat(comparison.title()).startsWith(engine.displayName() + " ");
        }

        assertThat(results)
                .hasSize(Work.values().length + 1)
                .allSatisfy(result -> assertThat(result.nanoseconds())
                        .containsOnlyKeys(Contenders.ALL)
                        .allSatisfy((contender, rounds) ->
                                assertThat(rounds).singleElement().isNotNull()));
        assertThat(ResultTable.of(engine.displayName(), results)).contains("| upsert 10k | ");
    }
}
