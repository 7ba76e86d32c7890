package dev.dovetail.orm.composite;

import jakarta.persistence.Embeddable;

/** An id of two columns. */
@Embeddable
public record SiteId(String country, int number) {}
