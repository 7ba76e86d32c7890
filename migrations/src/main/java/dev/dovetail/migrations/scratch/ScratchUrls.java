package dev.dovetail.migrations.scratch;

/** The URL of another database on the same server, with the same user and parameters. */
final class ScratchUrls {

    private static final String AUTHORITY = "://";

    private ScratchUrls() {}

    static String at(String url, String name) {
        int authority = url.indexOf(AUTHORITY);
        if (authority < 0) {
            throw ScratchErrors.noHost();
        }
        int from = authority + AUTHORITY.length();
        int query = url.indexOf('?', from);
        int end = query < 0 ? url.length() : query;
        int path = url.indexOf('/', from);
        int cut = path < 0 || path > end ? end : path;
        return url.substring(0, cut) + "/" + name + url.substring(end);
    }
}
