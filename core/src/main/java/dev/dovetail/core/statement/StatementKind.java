package dev.dovetail.core.statement;

/** What a statement does, as far as its text shows. */
public enum StatementKind {
    /** Reads: also {@code values}, {@code table} and a {@code with} that only reads. */
    SELECT,
    /** Adds rows: also {@code replace}, and an {@code insert} that updates on conflict. */
    INSERT,
    /** Changes rows. */
    UPDATE,
    /** Removes rows. */
    DELETE,
    /** Adds, changes or removes rows. */
    MERGE,
    /** Changes the schema or its rights: {@code create}, {@code alter}, {@code drop}, {@code truncate}, … */
    DDL,
    /** PostgreSQL's {@code copy}. */
    COPY,
    /** Anything else: {@code call}, {@code set}, {@code explain}, {@code pragma}, … */
    OTHER;

    /** The kind of a statement. A {@code with} that writes anywhere is what it writes first. */
    public static StatementKind of(String sql) {
        return SqlReader.kind(sql);
    }

    /** Whether statements of this kind change something; false for {@link #OTHER}, of which nobody can tell. */
    public boolean writes() {
        return this != SELECT && this != OTHER;
    }
}
