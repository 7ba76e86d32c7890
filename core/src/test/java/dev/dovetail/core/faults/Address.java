package dev.dovetail.core.faults;

import dev.dovetail.databases.TcpProxy;
import dev.dovetail.databases.TestDatabase;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the server of a test database listens. */
final class Address {

    private static final Pattern IN_URL = Pattern.compile("@([^@:/]+):(\\d+)/");

    private Address() {}

    static TcpProxy proxy(TestDatabase database) throws IOException {
        Matcher address = IN_URL.matcher(database.url());
        if (!address.find()) {
            throw new IllegalStateException("No host and port in the URL of " + database);
        }
        return TcpProxy.to(address.group(1), Integer.parseInt(address.group(2)));
    }

    /** The URL of the same database through the proxy. */
    static String through(TcpProxy proxy, TestDatabase database) {
        return IN_URL.matcher(database.url()).replaceFirst("@127.0.0.1:" + proxy.port() + "/");
    }
}
