package dev.dovetail.core.query;

import dev.dovetail.core.spi.StatementInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rendered statement and its placeholders. Thread-safe: nothing in it changes. */
final class StatementPlan {

    private final String sql;
    private final StatementInfo info;
    private final Slot[] slots;

    StatementPlan(String sql, StatementInfo info, Slot[] slots) {
        this.sql = sql;
        this.info = info;
        this.slots = slots;
    }

    String sql() {
        return sql;
    }

    StatementInfo info() {
        return info;
    }

    /** What is bound to the placeholders, in their order. */
    List<@Nullable Object> bound(@Nullable Object[] values) {
        List<@Nullable Object> bound = new ArrayList<>();
        for (Slot slot : slots) {
            bound.add(slot.source().of(values));
        }
        return bound;
    }

    void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < slots.length; i++) {
            slots[i].bind(statement, i + 1, values);
        }
    }
}
