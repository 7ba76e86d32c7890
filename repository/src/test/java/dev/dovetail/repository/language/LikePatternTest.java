package dev.dovetail.repository.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LikePatternTest {

    @Test
    void anyAndOneStandForCharactersNotForUnits() {
        assertThat(matches("a%", "abc")).isTrue();
        assertThat(matches("%b%", "abc")).isTrue();
        assertThat(matches("_b_", "abc")).isTrue();
        assertThat(matches("_", "\uD83D\uDE00")).isTrue();
        assertThat(matches("A%", "abc")).isFalse();
        assertThat(matches("", "")).isTrue();
        assertThat(matches("%", "")).isTrue();
        assertThat(matches("_", "")).isFalse();
    }

    @Test
    void anEscapeCharacterStandsBeforeWhatMeansItself() {
        assertThat(matches("50!%", "50%", '!')).isTrue();
        assertThat(matches("50!%", "500", '!')).isFalse();
        assertThat(matches("a!!b", "a!b", '!')).isTrue();
        assertThat(matches("a!b", "a!b", '!')).isTrue();
        assertThat(matches("a!", "a!", '!')).isTrue();
    }

    @Test
    void theOtherFormsMeanTheSame() {
        LikePattern pattern = LikePattern.of("a*[?%_!_x", '!');
        assertThat(pattern.glob()).isEqualTo("a[*][[][?]*?_x");
        assertThat(pattern.like('!')).isEqualTo("a*[?%_!_x");
    }

    @Test
    void agreesWithRegularExpressionsAndEndsQuickly() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5000; i++) {
            String pattern = text(random, "ab%_", 8);
            String text = text(random, "ab", 10);
            String regex = pattern.replace("%", ".*").replace("_", ".");
            assertThat(matches(pattern, text))
                    .as("'%s' like '%s', seed %d", text, pattern, seed)
                    .isEqualTo(Pattern.matches(regex, text));
        }
        assertThat(matches("%a".repeat(200) + "b", "a".repeat(2000))).isFalse();
    }

    private static String text(Random random, String characters, int longest) {
        return random.ints(random.nextInt(longest + 1), 0, characters.length())
                .collect(
                        StringBuilder::new,
                        (built, index) -> built.append(characters.charAt(index)),
                        StringBuilder::append)
                .toString();
    }

    private static boolean matches(String pattern, String text) {
        return matches(pattern, text, null);
    }

    private static boolean matches(String pattern, String text, @Nullable Character escape) {
        return LikePattern.of(pattern, escape).matches(text);
    }
}
