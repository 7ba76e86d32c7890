package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
record SiteId(@Column(length = 5) String country, int number) {}
