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
        "sqlite:///my%20shop.db?open_mode=1, SQLITE, jdbc:sqlite:my shop.db?open_mode=1",
        "sqlite:///./data/../shop.db, SQLITE, jdbc:sqlite:./data/../shop.db",
        "sqlite:///größe%20日本.db, SQLITE, jdbc:sqlite:größe 日本.db",
        "sqlite:///a@b#c.db, SQLITE, jdbc:sqlite:a@b#c.db",
        "sqlite:///50%25+1.db, SQLITE, jdbc:sqlite:50%+1.db",
        "sqlite:///C:/Program%20Files/shop.db, SQLITE, jdbc:sqlite:C:/Program Files/shop.db",
        "'sqlite:///C:\\data\\shop.db', SQLITE, 'jdbc:sqlite:C:\\data\\shop.db'",
        "sqlite://///server/share/shop.db, SQLITE, jdbc:sqlite://server/share/shop.db",
        "jdbc:sqlite:file:shop.db?mode=ro, SQLITE, jdbc:sqlite:file:shop.db?mode=ro",
        "sqlite:///:memory:, SQLITE, jdbc:sqlite::memory:",
        "sqlite://, SQLITE, jdbc:sqlite::memory:",
        "postgresql://host/shop, POSTGRESQL, jdbc:postgresql://host/shop",
        "postgres://host:5433/shop?sslmode=require&x=1, POSTGRESQL, jdbc:postgresql://host:5433/shop?sslmode=require&x=1",
        "postgresql://[::1]:5432/shop, POSTGRESQL, jdbc:postgresql://[::1]:5432/shop",
        "'postgresql://a:1,b:2/shop', POSTGRESQL, 'jdbc:postgresql://a:1,b:2/shop'",
        "postgresql:///shop, POSTGRESQL, jdbc:postgresql://localhost/shop",
        "'postgresql://[::1]:1,[fe80::2]/shop', POSTGRESQL, 'jdbc:postgresql://[::1]:1,[fe80::2]/shop'",
        "postgresql://host/my%20shop, POSTGRESQL, jdbc:postgresql://host/my%20shop",
        "mariadb://host/my%20shop%C3%BC, MARIADB, jdbc:mariadb://host/my shopü",
        "mysql://host/my%20shop, MYSQL, jdbc:mysql://host/my%20shop",
        "mysql://host/shop, MYSQL, jdbc:mysql://host/shop",
        "mariadb://host/shop, MARIADB, jdbc:mariadb://host/shop",
        "h2:mem:shop, H2, jdbc:h2:mem:shop",
        "h2:file:/data/shop, H2, jdbc:h2:file:/data/shop",
        "jdbc:sqlite:shop.db, SQLITE, jdbc:sqlite:shop.db",
        "jdbc:postgresql://host/shop, POSTGRESQL, jdbc:postgresql://host/shop",
        "POSTGRESQL://host/shop, POSTGRESQL, jdbc:postgresql://host/shop",
        "jdbc:postgresql:shop, POSTGRESQL, jdbc:postgresql:shop",
        "jdbc:postgresql:/, POSTGRESQL, jdbc:postgresql:/",
        "jdbc:postgresql://a:1/, POSTGRESQL, jdbc:postgresql://a:1/",
        "'jdbc:mariadb:replication://a:1,b:2/shop?x=1', MARIADB, 'jdbc:mariadb:replication://a:1,b:2/shop?x=1'",
        "'jdbc:mariadb://address=(host=a)(localSocket=/tmp/s)/shop', MARIADB, 'jdbc:mariadb://address=(host=a)(localSocket=/tmp/s)/shop'",
        "jdbc:mysql:loadbalance://a:1/shop, MYSQL, jdbc:mysql:loadbalance://a:1/shop",
        "jdbc:h2:mem:shop;MODE=PostgreSQL, H2, jdbc:h2:mem:shop;MODE=PostgreSQL",
        "'h2:mem:shop;INIT=set @a=1\\;set @b=2', H2, 'jdbc:h2:mem:shop;INIT=set @a=1\\;set @b=2'",
        "h2:tcp://localhost:9092/~/shop, H2, jdbc:h2:tcp://localhost:9092/~/shop",
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
        "jdbc:postgresql://app:secret@host/shop",
        "jdbc:mariadb://app:secret@host:1/shop?x=1",
        "jdbc:mysql://app:secret@host/shop",
        "'postgresql://app:secret@a:1,b:2/shop'",
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

    @ParameterizedTest
    @CsvSource({
        "postgresql://host/shop?sslpassword=se%26cret, sslpassword, se&cret",
        "jdbc:postgresql://host/shop?sslpassword=se+cret, sslpassword, se cret",
        "jdbc:mariadb://host/shop?keyStorePassword=se%26cret, keyStorePassword, se%26cret",
        "mariadb://host/shop?trustStorePassword=se%26cret, trustStorePassword, se&cret",
        "mysql://host/shop?trustCertificateKeyStorePassword=secret, trustCertificateKeyStorePassword, secret",
        "mysql://host/shop?password2=secret, password2, secret",
        "h2:mem:shop;MY_SECRET=se%26cret, MY_SECRET, se%26cret",
    })
    void keepsEverySecretParameterOutOfTheUrl(String url, String name, String value) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        assertThat(parsed.secretParameters()).containsExactly(java.util.Map.entry(name, value));
        assertThat(parsed.jdbcUrl()).doesNotContain("cret").doesNotContain("?");
        assertThat(parsed.toString()).doesNotContain("cret");
    }

    @Test
    void showsNoParameters() {
        DatabaseUrl parsed = DatabaseUrl.parse("postgresql://host/shop?sslmode=require&vault=s3cret");
        assertThat(parsed).hasToString("jdbc:postgresql://host/shop?…");
        assertThat(parsed.jdbcUrl()).endsWith("?sslmode=require&vault=s3cret");
    }

    @Test
    void aUserNeedsNoPassword() {
        DatabaseUrl parsed = DatabaseUrl.parse("postgresql://app@host/shop");
        assertThat(parsed.user()).isEqualTo("app");
        assertThat(parsed.password()).isNull();
        assertThat(parsed).hasToString("jdbc:postgresql://host/shop (user app)");
        assertThat(DatabaseUrl.parse("postgresql://app:@host/shop").password()).isEmpty();
    }

    @Test
    void aDriveLetterBehindASlashIsAPathOnWindowsOnly() {
        assertThat(SqliteUrls.read("////C:/shop.db", true).jdbcUrl()).isEqualTo("jdbc:sqlite:C:/shop.db");
        assertThat(SqliteUrls.read("////C:/shop.db", false).jdbcUrl()).isEqualTo("jdbc:sqlite:/C:/shop.db");
        assertThat(SqliteUrls.read("/////server/share/shop.db", true).jdbcUrl())
                .isEqualTo("jdbc:sqlite://server/share/shop.db");
    }

    @Test
    void aDecodedLineBreakBeginsNoLineOfItsOwn() {
        assertThat(DatabaseUrl.parse("sqlite:///a%0Ab.db").toString()).isEqualTo("jdbc:sqlite:a?b.db");
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
        "postgresql://us@er:12/s3cret@host/shop, %40",
        "postgresql://host/s3cret@shop, %40",
        "postgresql://app:12?s3cret@host/shop, names no database",
        "postgresql://app:1/a?s3cret@host/shop, no name that a driver",
        "jdbc:postgresql:s3cret@host, %40",
        "'mysql://address=(host=a)(user=x)(password=s3cret)/shop', address=",
        "'jdbc:mysql://(host=a,password=s3cret)/shop', before the hosts",
        "'mysql://a:s3cret@h1,b:s3cret@h2/shop', one user for all hosts",
        "jdbc:h2:tcp://app:s3cret@host/shop, USER=app",
        "h2:, names no database",
        "postgresql+psycopg2://app:s3cret@host/shop, Python",
        "'jdbc:sqlite:file:s3cret?mode=memory&cache=shared', sqlite:///:memory:",
        "sqlite:///what%3Fs3cret.db, another name",
        "postgresql://::1/shop, IPv6",
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
    @ValueSource(
            strings = {
                "sqlite:///:memory:",
                "sqlite://",
                "sqlite:///",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:",
                "jdbc:sqlite:?cache_size=1",
                "jdbc:sqlite:file::memory:",
                "jdbc:sqlite:file:x?mode=memory",
                "sqlite://?cache_size=1",
                "h2:mem:",
                "jdbc:h2:mem:;MODE=MySQL"
            })
    void recognisesAPrivateDatabase(String url) {
        assertThat(DatabaseUrl.parse(url).isPrivateMemory()).isTrue();
    }

    @Test
    void refusesWhatIsNoUrl() {
        assertThatThrownBy(() -> DatabaseUrl.parse("postgresql://host/shop\n"))
                .isInstanceOf(DatabaseUrlException.class)
                .hasMessageContaining("control character");
        assertThatThrownBy(() -> DatabaseUrl.parse("sqlite:///" + "x".repeat(9_000)))
                .isInstanceOf(DatabaseUrlException.class)
                .hasMessageContaining("at most 8192");
    }
}
