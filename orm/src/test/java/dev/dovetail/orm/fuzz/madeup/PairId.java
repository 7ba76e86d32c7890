package dev.dovetail.orm.fuzz.madeup;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** An embedded id of made-up entities. */
@Embeddable
public record PairId(@Column(length = 5) String country, int house) {}
