package dev.dovetail.migrations.lint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a statement is, as far as rules ask. Names are without quotes, in lower case. */
sealed interface Parsed {

    /** CREATE TABLE, whether its columns are listed or selected. */
    record CreateTable(String table, boolean temporary, List<Words> elements) implements Parsed {}

    /** ALTER TABLE with its actions, each without the comma. */
    record AlterTable(String table, List<Words> actions) implements Parsed {}

    /** CREATE INDEX. */
    record CreateIndex(String index, String table, boolean unique, boolean concurrently, boolean special)
            implements Parsed {}

    /** DROP of something. */
    record Drop(String kind, List<String> names, boolean concurrently, boolean cascade) implements Parsed {}

    /** UPDATE. */
    record Update(String table, @Nullable Words condition) implements Parsed {}

    /** DELETE. */
    record Delete(String table, boolean conditional) implements Parsed {}

    /** TRUNCATE. */
    record Truncate(List<String> tables, boolean cascade) implements Parsed {}

    /** INSERT, with the tables that it selects from, if it does. */
    record Insert(String table, boolean selects, String from) implements Parsed {}

    /** CREATE TRIGGER. */
    record CreateTrigger(String table) implements Parsed {}

    /** Something else that is known; rules look at its words. */
    record Known(String head) implements Parsed {}

    /** Something that nobody here knows. */
    record Unknown() implements Parsed {}
}
