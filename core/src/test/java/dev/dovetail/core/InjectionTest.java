package dev.dovetail.core;

import static dev.dovetail.core.bulk.BulkRow.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that would be SQL if anybody pasted it together, through everything that takes text. */
@OnEachDatabase
class InjectionTest extends OpenDatabase {

    private static final List<String> ATTACKS = List.of(
            "x'; drop table accounts; --",
            "x\"; drop table accounts; --",
            "x`; drop table accounts; --",
            "x]; drop table accounts; --",
            "x') or 1=1; drop table accounts; --",
            "x\\'; drop table accounts; --",
            "$$; drop table accounts; $$",
            "x*/ ; drop table accounts; /*",
            "{x}; drop table accounts",
            "?, :x, &x; drop table accounts",
            "x;\n\\.\ndrop table accounts;");

    InjectionTest(TestDatabase database) {
        super(database);
    }

    private void accountsAreUntouched() {
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void valuesAreOnlyValues() {
        insert(0, 1);
        for (String attack : ATTACKS) {
            Field<String> owner = DSL.field(DSL.name("owner"), SQLDataType.VARCHAR(40));
            db.transaction(sql -> {
                sql.insertInto(ACCOUNTS, ID, owner, BALANCE)
                        .values(7L, attack, 1L)
                        .execute();
                assertThat(sql.fetchCount(ACCOUNTS, owner.eq(attack)))
                        .as(attack)
                        .isEqualTo(1);
                assertThat(sql.fetch("select id from accounts where owner = ?", attack))
                        .hasSize(1);
                return sql.deleteFrom(ACCOUNTS).where(owner.eq(attack)).execute();
            });
            db.bulk().insert(ACCOUNTS).columns(ID, owner, BALANCE).rows(Stream.of(attack), text -> row(7L, text, 1L));
            assertThat(db.<Integer, RuntimeException>transaction(sql ->
                            sql.deleteFrom(ACCOUNTS).where(owner.eq(attack)).execute()))
                    .as(attack)
                    .isEqualTo(1);
            accountsAreUntouched();
        }
    }

    @Test
    void identifiersAreOnlyNames() {
        insert(0, 1);
        for (String attack : ATTACKS) {
            Table<Record> table = DSL.table(DSL.name(attack));
            Field<Integer> column = DSL.field(DSL.name(attack + " c"), SQLDataType.INTEGER.notNull());
            db.transaction(sql -> sql.createTable(table).columns(column).execute());
            try {
                db.bulk().insert(table).columns(column).rows(Stream.of(1, 2, 3), number -> row(number));
                assertThat(db.<Integer, RuntimeException>read(sql -> sql.fetchCount(table, column.gt(1))))
                        .as(attack)
                        .isEqualTo(2);
            } finally {
                db.transaction(sql -> sql.dropTable(table).execute());
            }
            accountsAreUntouched();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts%27%3B%20drop%20table%20accounts%3B--", "x%3BINIT%3Ddrop%20table%20accounts"})
    void theNameOfADatabaseIsOnlyAName(String name) {
        insert(0, 1);
        String url = database.url().replaceFirst("[^/:]+$", name);
        try (Database other = Database.open(url)) {
            assertThat(other.engine()).isEqualTo(db.engine());
        } catch (RuntimeException refused) {
            assertThat(refused).isInstanceOf(dev.dovetail.core.error.Coded.class);
        }
        accountsAreUntouched();
    }
}
