package dev.dovetail.core.type;

import org.jooq.JSONB;

/**
 * JSON by its meaning, in a column {@code jsonb} on PostgreSQL and {@code json} elsewhere. Text that is no JSON is refused
 * by the engine.
 *
 * <p>Immutable.
 */
public final class JsonbBinding extends DocumentBinding<JSONB> {

    private static final long serialVersionUID = 1L;

    /** For generated code, which makes one for each field. */
    public JsonbBinding() {
        super(JSONB.class, "jsonb");
    }

    @Override
    String text(JSONB document) {
        return document.data();
    }

    @Override
    JSONB document(String text) {
        return JSONB.jsonb(text);
    }
}
