package dev.dovetail.core.engine;

import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.DatabaseUrlException;
import dev.dovetail.core.error.Explanation;

/** No message shows more of a URL than its scheme: a slip may put the password anywhere. */
final class UrlErrors {

    static final String FORMS = "sqlite:///file.db, sqlite:////abs/file.db, sqlite:///:memory:,"
            + " postgresql://user:password@host:port/db, mariadb://…, mysql://…, h2:mem:name, h2:file:/path, or jdbc:…";
    static final String ENCODE =
            "percent-encode it: '/' is %2F, '?' is %3F, '#' is %23, '@' is %40, ':' is %3A, '%' is %25";

    private UrlErrors() {}

    static DatabaseUrlException bad(String fact, String cause, String fix) {
        return new DatabaseUrlException(new Explanation(CoreError.BAD_URL, fact, cause, fix), null);
    }
}
