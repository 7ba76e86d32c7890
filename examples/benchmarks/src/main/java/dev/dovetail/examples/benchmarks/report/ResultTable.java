package dev.dovetail.examples.benchmarks.report;

import static dev.dovetail.examples.benchmarks.contender.Contenders.DOVETAIL;
import static dev.dovetail.examples.benchmarks.contender.Contenders.JOOQ;
import static dev.dovetail.examples.benchmarks.contender.Contenders.RAW;
import static dev.dovetail.examples.benchmarks.contender.Contenders.TUNED;

import java.util.List;
import java.util.Locale;

/** Results as a table in Markdown. */
public final class ResultTable {

    private ResultTable() {}

    /** One engine's results under its name. */
    public static String of(String engine, List<Result> results) {
        StringBuilder table = new StringBuilder("| " + engine
                + " | raw, ms | Dovetail / raw | target | tuned JDBC / raw | plain jOOQ / raw |\n"
                + "| --- | ---: | ---: | ---: | ---: | ---: |\n");
        for (Result result : results) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                    result.work(),
                    result.median(RAW) / 1e6,
                    result.ratio(DOVETAIL, RAW),
                    result.target(),
                    result.ratio(TUNED, RAW),
                    result.ratio(JOOQ, RAW)));
        }
        return table.toString();
    }
}
