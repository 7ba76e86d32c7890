package dev.dovetail.core.type;

import org.jooq.JSON;

/**
 * JSON as text in a column {@code json}. Text that is no JSON is refused by the engine.
 *
 * <p>Immutable.
 */
public final class JsonBinding extends DocumentBinding<JSON> {

    private static final long serialVersionUID = 1L;

    /** For generated code, which makes one for each field. */
    public JsonBinding() {
        super(JSON.class, "json");
    }

    @Override
    String text(JSON document) {
        return document.data();
    }

    @Override
    JSON document(String text) {
        return JSON.json(text);
    }
}
