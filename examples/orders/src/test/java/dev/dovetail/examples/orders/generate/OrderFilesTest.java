package dev.dovetail.examples.orders.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.orders.file.ReferenceFiles;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderFilesTest {

    @TempDir
    Path folder;

    @Test
    void writesTheSameBytesEachTimeInWhicheverLocale() throws IOException {
        OrderFiles.write(folder.resolve("first"));
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            OrderFiles.write(folder.resolve("second"));
        } finally {
            Locale.setDefault(before);
        }

        for (String file : List.of("users.csv", "products.csv", "orders.csv")) {
            assertThat(folder.resolve("first").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("second").resolve(file));
        }
    }

    @Test
    void isWhatTheBuildBundles() throws IOException {
        OrderFiles.write(folder);

        try (var bundled = getClass().getResourceAsStream("/data/orders.csv")) {
            assertThat(bundled).hasSameContentAs(Files.newInputStream(folder.resolve("orders.csv")));
        }
    }

    @Test
    void hasFiveThousandLinesAtLeastInTheVarietyOfRealOrders() throws IOException {
        OrderFiles.write(folder);
        String orders = Files.readString(folder.resolve("orders.csv"));

        Set<UnicodeScript> scripts =
                orders.codePoints().mapToObj(UnicodeScript::of).collect(Collectors.toSet());
        assertThat(scripts)
                .contains(
                        UnicodeScript.LATIN,
                        UnicodeScript.GREEK,
                        UnicodeScript.CYRILLIC,
                        UnicodeScript.ARABIC,
                        UnicodeScript.HEBREW,
                        UnicodeScript.DEVANAGARI,
                        UnicodeScript.HAN,
                        UnicodeScript.HIRAGANA,
                        UnicodeScript.HANGUL);
        assertThat(orders.codePoints()
                        .filter(Character::isSupplementaryCodePoint)
                        .distinct()
                        .count())
                .as("supplementary characters")
                .isGreaterThan(2);
        assertThat(matches("(?m)^S-\\d{6},", orders)).as("records").isGreaterThanOrEqualTo(5_000);
        assertThat(orders).contains("\"\"").contains("2nd floor").contains("\u0301");
        assertThat(matches("\"[^\"]*\n[^\"]*\"", orders))
                .as("line breaks inside quotes")
                .isPositive();
        Set<String> offsets = Pattern.compile("T\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{3})?(Z|[+-]\\d\\d:\\d\\d),")
                .matcher(orders)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertThat(offsets).hasSizeGreaterThan(8).contains("Z", "+05:45", "-03:30", "+14:00");
        assertThat(orders).contains(",1,").contains(",9876543210,");
    }

    @Test
    void hasHundredsOfUsersWithDifferentAddresses() {
        var users = ReferenceFiles.users();

        assertThat(users).hasSizeGreaterThanOrEqualTo(300);
        assertThat(users).extracting(ReferenceFiles.FileUser::email).doesNotHaveDuplicates();
    }

    private static long matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
