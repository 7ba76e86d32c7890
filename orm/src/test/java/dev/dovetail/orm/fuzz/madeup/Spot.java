package dev.dovetail.orm.fuzz.madeup;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An embedded value of made-up entities. */
@Embeddable
public class Spot {

    @Column(length = 20)
    private @Nullable String city;

    private @Nullable Integer zip;

    /** For the persistence. */
    protected Spot() {}

    /** With its parts. */
    public Spot(@Nullable String city, @Nullable Integer zip) {
        this.city = city;
        this.zip = zip;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Spot spot && Objects.equals(city, spot.city) && Objects.equals(zip, spot.zip);
    }

    @Override
    public int hashCode() {
        return Objects.hash(city, zip);
    }

    @Override
    public String toString() {
        return "new Spot(" + Samples.shown(city) + ", " + zip + ")";
    }
}
