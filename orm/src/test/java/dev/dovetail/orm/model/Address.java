package dev.dovetail.orm.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** An embedded value with an association in it. */
@Embeddable
public class Address {

    private String city;

    @ManyToOne
    @JoinColumn(name = "country_code")
    private Role country;

    protected Address() {}

    public Address(String city, Role country) {
        this.city = city;
        this.country = country;
    }

    public String getCity() {
        return city;
    }

    public Role getCountry() {
        return country;
    }
}
