package dev.dovetail.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.DatabaseUrlException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Random passwords in every place of a URL where one can stand, rightly or by a slip. */
class UrlSecretsTest {

    private static final int ROUNDS = 2_000;
    private static final String LETTERS = "abcXYZ0123456789:/?#[]@!$&'()*+,;=%-._~ \"<>\\^`{|}äß日😀";
    private static final List<String> FORMS = List.of(
            "postgresql://app:%s@host:5432/shop",
            "postgresql://app:%s@a:1,b:2/shop?sslmode=require",
            "jdbc:postgresql://app:%s@host/shop",
            "postgresql://host/shop?user=app&password=%s",
            "jdbc:postgresql://host/shop?sslpassword=%s&user=app",
            "mariadb://app:%s@host/shop",
            "jdbc:mariadb://host/shop?user=app&password=%s&x=1",
            "jdbc:mariadb://address=(host=a)(password=%s)/shop",
            "mysql://app:%s@host/shop",
            "mysql://host/shop?trustCertificateKeyStorePassword=%s",
            "jdbc:mysql://(host=a,password=%s)/shop",
            "h2:mem:shop;USER=app;PASSWORD=%s",
            "sqlite://app:%s@host/shop.db",
            "oracle://app:%s@host/shop",
            "jdbc:oracle:thin:app/%s@host");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void aPasswordIsReadAsItWasEncoded() {
        for (int i = 0; i < ROUNDS; i++) {
            String password = password();
            DatabaseUrl url = DatabaseUrl.parse("postgresql://app:" + encoded(password) + "@host:5432/shop");
            assertThat(url.password()).as("seed %d", seed).isEqualTo(password);
            assertThat(url.jdbcUrl()).as("seed %d", seed).isEqualTo("jdbc:postgresql://host:5432/shop");
        }
    }

    @Test
    void noEncodedPasswordIsEverShown() {
        neverShown(UrlSecretsTest::encoded);
    }

    @Test
    void noPasswordThatSomebodyForgotToEncodeIsEverShown() {
        neverShown(password -> password);
    }

    @Test
    void aPasswordWithAParenthesisAndAQuestionMarkIsNotTakenForAHost() {
        assertThatThrownBy(() -> DatabaseUrl.parse("jdbc:postgresql://app:Qz<((8?a_=Jx@host/shop"))
                .isInstanceOf(DatabaseUrlException.class)
                .hasMessageNotContaining("Qz")
                .hasMessageNotContaining("Jx");
    }

    private void neverShown(UnaryOperator<String> writer) {
        for (int i = 0; i < ROUNDS; i++) {
            // Two halves that no message contains, and between them what makes URLs break.
            String head = "Qz" + random.nextInt(100_000, 999_999);
            String tail = "Jx" + random.nextInt(100_000, 999_999);
            String written = writer.apply(head + password() + tail);
            for (String form : FORMS) {
                String url = form.replace("%s", written);
                String shown;
                try {
                    DatabaseUrl parsed = DatabaseUrl.parse(url);
                    shown = parsed.toString();
                } catch (DatabaseUrlException refused) {
                    shown = refused.toString();
                }
                assertThat(shown)
                        .as("seed %d, %s", seed, url)
                        .doesNotContain(head)
                        .doesNotContain(tail);
            }
        }
    }

    private String password() {
        int[] letters = LETTERS.codePoints().toArray();
        StringBuilder password = new StringBuilder();
        for (int length = random.nextInt(1, 20); length > 0; length--) {
            password.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return password.toString();
    }

    private static String encoded(String password) {
        return URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
