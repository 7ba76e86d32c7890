package dev.dovetail.core.statement;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement of which no more is known than that it is being sent. */
record AnnouncedStatement(String sql, @Nullable CallSite callSite) implements RecordedStatement {

    @Override
    public StatementKind kind() {
        return StatementKind.of(sql);
    }

    @Override
    public boolean writes() {
        return kind() != StatementKind.SELECT;
    }

    @Override
    public Set<String> tables() {
        return SqlTables.of(sql);
    }

    @Override
    public long rows() {
        return -1;
    }

    @Override
    public @Nullable Duration duration() {
        return null;
    }

    @Override
    public @Nullable Throwable failure() {
        return null;
    }
}
