package dev.dovetail.core.injection;

import java.util.Map;
import java.util.TreeMap;

/** What takes text without making SQL of it, with the reason. */
final class Harmless {

    private static final String MESSAGE = "part of a message";
    private static final String READ = "a text that is read, and becomes a value of another type";
    private static final String SQL = "SQL that somebody else sends, to be looked at or reported";
    private static final String TEXT_OF_METRICS = "the name of a meter or the value of its tag";
    private static final String NAME = "becomes a name, which whoever writes it into SQL quotes";
    private static final String OPAQUE = "kept or handed back as it is";

    private static final Map<String, String> REASONS = new TreeMap<>(Map.ofEntries(
            Map.entry("ActiveTransaction.attachment(Object)", OPAQUE),
            Map.entry("ActiveTransaction.attachment(Object, Supplier)", OPAQUE),
            Map.entry("CallSite(String, String, String, int)", "a line of code, for messages"),
            Map.entry("ConstraintDetails(String, String, List)", MESSAGE),
            Map.entry("ConstraintDetails(String, String, List, Map, RefusedRow)", MESSAGE),
            Map.entry("ConstraintDetails.with(Map)", MESSAGE),
            Map.entry("ConstraintNames.check(String, String)", NAME),
            Map.entry("ConstraintNames.foreignKey(String, List)", NAME),
            Map.entry("ConstraintNames.index(String, List)", NAME),
            Map.entry("ConstraintNames.primaryKey(String)", NAME),
            Map.entry("ConstraintNames.unique(String, List)", NAME),
            Map.entry("DatabaseAccess.addSecretColumns(String, Collection)", "names that are compared in Java"),
            Map.entry("DatabaseAccess.isSecret(String, String, Object)", "names that are compared in Java"),
            Map.entry("DatabaseAccess.report(String)", SQL),
            Map.entry("DatabaseAccess.translate(SQLException, String)", MESSAGE),
            Map.entry("DatabaseMetrics.counter(String, Object, ToDoubleFunction)", TEXT_OF_METRICS),
            Map.entry("DatabaseMetrics.gauge(String, Object, ToDoubleFunction)", TEXT_OF_METRICS),
            Map.entry("DatabaseMetrics.of(Database, String)", TEXT_OF_METRICS),
            Map.entry("DatabaseOptions.secretColumns(String[])", "names that are compared in Java"),
            Map.entry("DatabaseUrl.at(String)", "the place of a private database, which Database.open chooses"),
            Map.entry("DatabaseUrl.parse(String)", "opens nothing; Database.open does"),
            Map.entry("ExecutionPlan(Engine, String, Double, Long)", "what an engine answered"),
            Map.entry("Explanation(ErrorCode, String, String, String)", MESSAGE),
            Map.entry("FloatingPoint.require(double, String, SQLDialect)", MESSAGE),
            Map.entry("InterruptedWaitException.of(String, Throwable)", MESSAGE),
            Map.entry("KeysetRow(Object, List)", "a row that was read, with the values of its order"),
            Map.entry("RefusedRow(long, Map)", MESSAGE),
            Map.entry("RowConsumer.accept(Object)", "called with the rows of a query"),
            Map.entry("SavepointStates.keep(Object)", OPAQUE),
            Map.entry(
                    "SchemaProvider.create(DatabaseAccess, List, List)",
                    "places of scripts, which are meant to be run"),
            Map.entry("SortableDecimal.decode(String)", READ),
            Map.entry("SqliteNumber.bind(PreparedStatement, int, BigDecimal, String)", MESSAGE),
            Map.entry("SqliteNumber.read(Object)", READ),
            Map.entry("SqliteText.date(String)", READ),
            Map.entry("SqliteText.dateTime(String)", READ),
            Map.entry("SqliteText.instant(String)", READ),
            Map.entry("SqliteText.time(String)", READ),
            Map.entry("StatementInfo(boolean, Set, boolean)", SQL),
            Map.entry("StatementKind.of(String)", SQL),
            Map.entry("StatementScope.start(StatementInfo, String)", SQL),
            Map.entry("Statements.areSeveral(String)", SQL),
            Map.entry("Statements.record(String)", SQL),
            Map.entry("Statements.tablesOf(String)", SQL),
            Map.entry("TextMatch.folded(String)", "becomes another text"),
            Map.entry("TransactionManager.require(String)", MESSAGE),
            Map.entry("TransactionResource.release(Object)", "a savepoint that it made itself"),
            Map.entry("TransactionResource.rollbackTo(Object)", "a savepoint that it made itself"),
            Map.entry("ValueNotKeptException(String, String, String, String, String, String)", MESSAGE),
            Map.entry("ValueNotKeptException.in(String)", MESSAGE)));

    private Harmless() {}

    /** By signature, as {@link PublicStrings#all} has them. */
    static Map<String, String> reasons() {
        return REASONS;
    }
}
