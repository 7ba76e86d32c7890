package dev.dovetail.core.internal.statement;

import dev.dovetail.core.spi.StatementReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that nobody wants to know about. */
public enum Unobserved implements StatementReport {
    /** All of them. */
    STATEMENT;

    @Override
    public boolean wantsValues() {
        return false;
    }

    @Override
    public boolean wantsRows() {
        return false;
    }

    @Override
    public void values(List<? extends @Nullable Object> values) {}

    @Override
    public void succeeded(long rows) {}

    @Override
    public void failed(Throwable failure) {}
}
