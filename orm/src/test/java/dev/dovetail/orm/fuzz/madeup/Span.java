package dev.dovetail.orm.fuzz.madeup;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An embedded record of made-up entities. */
@Embeddable
public record Span(@Nullable Integer low, @Nullable LocalDate since) {}
