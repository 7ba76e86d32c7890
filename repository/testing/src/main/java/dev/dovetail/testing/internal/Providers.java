package dev.dovetail.testing.internal;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.spi.PersistenceProvider;
import dev.dovetail.core.spi.SchemaProvider;
import dev.dovetail.testing.error.TestSetupException;
import dev.dovetail.testing.error.TestingError;
import java.util.ServiceLoader;

/** Finds what other modules bring. */
public final class Providers {

    private Providers() {}

    /** Who opens real persistences. */
    public static PersistenceProvider persistence() {
        return ServiceLoader.load(PersistenceProvider.class)
                .findFirst()
                .orElseThrow(() -> missing(
                        "No real persistence is on the classpath.",
                        "dovetail-orm",
                        "name only FAKE: @OnEveryPersistence(on = FAKE, …)"));
    }

    static SchemaProvider schema(String name) {
        return ServiceLoader.load(SchemaProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> missing(
                        "Nothing on the classpath makes tables from " + name + ".",
                        name.equals(SchemaProvider.MIGRATIONS) ? "dovetail-migrations" : "dovetail-orm",
                        "choose another schema"));
    }

    private static TestSetupException missing(String fact, String artifact, String otherwise) {
        return new TestSetupException(new Explanation(
                TestingError.PROVIDER_MISSING,
                fact,
                artifact + " is not a dependency of the module that is tested",
                "add dev.dovetail:" + artifact + ", with scope test if only tests need it; or " + otherwise));
    }
}
