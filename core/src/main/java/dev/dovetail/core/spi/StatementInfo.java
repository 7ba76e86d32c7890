package dev.dovetail.core.spi;

import java.util.HashSet;
import java.util.Set;

/**
 * What is known about a statement without parsing its text.
 *
 * @param writes whether it may change data: true also for plain SQL that is not clearly a query
 * @param tables the unqualified names of the tables it reads or writes, in the case in which they were given
 * @param tablesKnown false for plain SQL, whose tables are hidden
 */
public record StatementInfo(boolean writes, Set<String> tables, boolean tablesKnown) {

    /** Keeps a copy of the tables. */
    public StatementInfo {
        tables = Set.copyOf(tables);
    }

    /** Both as if they were one. */
    public StatementInfo and(StatementInfo other) {
        Set<String> all = new HashSet<>(tables);
        all.addAll(other.tables);
        return new StatementInfo(writes || other.writes, all, tablesKnown && other.tablesKnown);
    }
}
