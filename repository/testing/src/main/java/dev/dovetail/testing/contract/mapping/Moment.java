package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Points in time in every type. */
@Entity
class Moment {
    @Id
    int id;

    @Version
    int version;

    @Nullable
    Instant instant;

    @Nullable
    OffsetDateTime shifted;

    @Nullable
    ZonedDateTime zoned;

    Moment() {}

    Moment(int id, ZonedDateTime moment) {
        this.id = id;
        this.instant = moment.toInstant();
        this.shifted = moment.toOffsetDateTime();
        this.zoned = moment;
    }
}
