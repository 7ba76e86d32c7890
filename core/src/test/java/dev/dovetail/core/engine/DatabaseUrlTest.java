package dev.dovetail.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.DatabaseUrlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "sqlite:///shop.db, SQLITE, jdbc:sqlite:shop.db",
        "sqlite:////var/lib/shop.db, SQLITE, jdbc:sqlite:/var/lib/shop.db",
        "sqlite:///c:/data/shop.db, SQLITE, jdbc:sqlite:c:/data/shop.db",
        "sqlite:///my%20shop.db?mode=ro, SQLITE, jdbc:sqlite:my shop.db?mode=ro",
        "sqlite:///:memory:, SQLITE, jdbc:sqlite::memory:",
        "sqlite://, SQLITE, jdbc:sqlite::memory:",
        "postgresql://host/shop, POSTGRESQL, jdbc:postgresql://host/shop",
        "postgres://host:5433/shop?sslmode=require&x=1, POSTGRESQL, jdbc:postgresql://host:5433/shop?sslmode=require&x=1",
        "postgresql://[::1]:5432/shop, POSTGRESQL, jdbc:postgresql://[::1]:5432/shop",
        "'postgresql://a:1,b:2/shop', POSTGRESQL, 'jdbc:postgresql://a:1,b:2/shop'",
        "postgresql:///shop, POSTGRESQL, jdbc:postgresql://localhost/shop",
        "mysql://host/shop, MYSQL, jdbc:mysql://host/shop",
        "mariadb://host/shop, MARIADB, jdbc:mariadb://host/shop",
        "h2:mem:shop, H2, jdbc:h2:mem:shop",
        "h2:file:/data/shop, H2, jdbc:h2:file:/data/shop",
        "jdbc:sqlite:shop.db, SQLITE, jdbc:sqlite:shop.db",
        "jdbc:postgresql://host/shop, POSTGRESQL, jdbc:postgresql://host/shop",
        "POSTGRESQL://host/shop, POSTGRESQL, jdbc:postgresql://host/shop",
    })
    void readsEveryForm(String url, Engine engine, String jdbcUrl) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        assertThat(parsed.engine()).isEqualTo(engine);
        assertThat(parsed.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(parsed.user()).isNull();
        assertThat(parsed.password()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://app:secret@host/shop",
        "postgresql://host/shop?user=app&password=secret",
        "jdbc:postgresql://host/shop?user=app&password=secret&ssl=true",
        "jdbc:mariadb://host/shop?password=secret&user=app",
        "jdbc:h2:mem:shop;USER=app;PASSWORD=secret",
    })
    void keepsCredentialsOutOfTheUrlAndOfItsText(String url) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        assertThat(parsed.user()).isEqualTo("app");
        assertThat(parsed.password()).isEqualTo("secret");
        assertThat(parsed.jdbcUrl()).doesNotContain("secret");
        assertThat(parsed.toString()).contains("app").contains("***").doesNotContain("secret");
    }

    @Test
    void decodesUserAndPassword() {
        DatabaseUrl parsed = DatabaseUrl.parse("postgresql://j%40ne:p%2F%3F%23%40%3A%25+ü@host/shop");
        assertThat(parsed.user()).isEqualTo("j@ne");
        assertThat(parsed.password()).isEqualTo("p/?#@:%+ü");
    }

    @Test
    void aPasswordMayContainAnAtSign() {
        DatabaseUrl parsed = DatabaseUrl.parse("postgresql://app:a@b@host/shop");
        assertThat(parsed.password()).isEqualTo("a@b");
        assertThat(parsed.jdbcUrl()).isEqualTo("jdbc:postgresql://host/shop");
    }

    @ParameterizedTest
    @CsvSource({
        "'', no scheme",
        "shop.db, no scheme",
        "oracle://host/s3cret, 'The scheme ''oracle'''",
        "jdbc:oracle:thin:s3cret, of no engine that is known",
        "sqlite:shop.db, three slashes",
        "sqlite://shop.db, three slashes",
        "postgresql:host/shop, '//'",
        "postgresql://host, names no database",
        "postgresql://host/?x=s3cret, names no database",
        "postgresql://host:54a2/shop, port",
        "postgresql://host:99999/shop, port",
        "postgresql://app:pa/s3cret@host/shop, %2F",
        "postgresql://app:s3cret%zz@host/shop, %25",
        "postgresql://:s3cret@/shop?, ''",
        "postgresql://[::1/shop, IPv6",
    })
    void aBadUrlSaysWhichPartIsWrongWithoutShowingSecrets(String url, String said) {
        if (said.isEmpty()) {
            assertThat(DatabaseUrl.parse(url).toString()).doesNotContain("s3cret");
            return;
        }
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(DatabaseUrlException.class)
                .hasMessageContaining(said)
                .hasMessageContaining("DVT-101")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite:///:memory:", "sqlite://", "sqlite:///", "jdbc:sqlite::memory:"})
    void recognisesAPrivateDatabase(String url) {
        assertThat(DatabaseUrl.parse(url).isSqliteMemory()).isTrue();
    }
}
