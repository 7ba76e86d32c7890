package dev.dovetail.testing.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Where somebody lives. */
@Embeddable
public class Address {

    @Column(length = 40)
    private @Nullable String city;

    @Column(length = 10)
    private @Nullable String zip;

    /** For the persistence. */
    protected Address() {}

    /** An address. */
    public Address(@Nullable String city, @Nullable String zip) {
        this.city = city;
        this.zip = zip;
    }

    /** The city. */
    public @Nullable String getCity() {
        return city;
    }

    /** The zip code. */
    public @Nullable String getZip() {
        return zip;
    }
}
