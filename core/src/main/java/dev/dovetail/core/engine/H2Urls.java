package dev.dovetail.core.engine;

/** {@code h2:mem:name;OPTION=value}: what follows {@code jdbc:h2:}, in H2's own grammar. */
final class H2Urls {

    private H2Urls() {}

    static DatabaseUrl read(String rest) {
        int start = rest.indexOf(';');
        String path = start < 0 ? rest : rest.substring(0, start);
        if (path.isEmpty()) {
            throw UrlErrors.bad(
                    "The H2 URL names no database.",
                    "the part after 'h2:' is missing",
                    "write h2:mem:name, h2:file:/path or h2:tcp://host/path");
        }
        if (path.contains("://") && path.contains("@")) {
            throw UrlErrors.bad(
                    "The H2 URL has an '@', but H2 takes no user before the host.",
                    "the form of another engine",
                    "write h2:tcp://host/path;USER=app;PASSWORD=…");
        }
        // A ';' within a value is written "\;".
        String[] list = start < 0 ? new String[0] : rest.substring(start + 1).split("(?<!\\\\);", -1);
        UrlParameters parameters = UrlParameters.read(list, (value, part) -> value);
        String base = "jdbc:h2:" + path;
        return new DatabaseUrl(
                Engine.H2,
                parameters.join(base, ";", ";"),
                parameters.show(base, ";"),
                parameters.user(),
                parameters.password(),
                parameters.secret());
    }
}
