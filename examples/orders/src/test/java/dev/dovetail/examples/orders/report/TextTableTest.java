package dev.dovetail.examples.orders.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.examples.orders.report.TextTable.Align;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    private final TextTable table = new TextTable().column("Name", Align.LEFT).column("Total", Align.RIGHT);

    @Test
    void keepsColumnsStraightInEveryScript() {
        List<String> lines = table.row("𠮷田さくら", "1")
                .row("Jose\u0301 Nguye\u0302\u0303n", "10")
                .row("서연", "100")
                .row("श्रेया शर्मा", "1,000")
                .row("נועה לֵוִי", "7")
                .lines();

        assertThat(lines.stream().map(TextTable::displayWidth).distinct()).hasSize(1);
        assertThat(lines.get(2)).isEqualTo("𠮷田さくら       1");
    }

    @Test
    void putsAValueOnOneLineAndCutsItWhereItIsTooWide() {
        List<String> lines = table.row("a\nb " + "吉".repeat(100), "1").lines();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(2)).startsWith("a b 吉吉").contains("吉…  ").doesNotContain("\n");
        assertThat(TextTable.displayWidth(lines.get(2))).isLessThanOrEqualTo(60 + 2 + 5);
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> table.row("Ann")).hasMessage("A row of 1 values in a table of 2 columns");
    }

    @Test
    void showsEveryCentOfALargeAmount() {
        assertThat(Format.euros(9_007_199_254_740_993L)).isEqualTo("90,071,992,547,409.93 €");
        assertThat(Format.euros(5)).isEqualTo("0.05 €");
        assertThat(Format.count(1, "order") + ", " + Format.count(2_000, "line"))
                .isEqualTo("1 order, 2,000 lines");
    }
}
