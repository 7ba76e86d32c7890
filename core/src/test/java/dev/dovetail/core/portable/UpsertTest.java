package dev.dovetail.core.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class UpsertTest extends OpenDatabase {

    UpsertTest(TestDatabase database) {
        super(database);
    }

    @Test
    void insertsARowAndUpdatesItTheNextTime() {
        upsert(1, "ann", 10);
        upsert(1, "bob", 20);
        upsert(2, "cid", 30);
        assertThat(rows()).containsExactly("1 bob 20", "2 cid 30");
    }

    @Test
    void whatIsSetOnInsertStaysAsItWas() {
        for (long balance : new long[] {10, 20}) {
            db.transaction(sql -> {
                Upsert.into(ACCOUNTS)
                        .key(ID)
                        .set(ID, 1L)
                        .setOnInsert(OWNER, "owner " + balance)
                        .set(BALANCE, balance)
                        .execute(sql);
                return null;
            });
        }
        assertThat(rows()).containsExactly("1 owner 10 20");
    }

    @Test
    void withNothingToUpdateTheRowThatIsThereStays() {
        for (String owner : List.of("ann", "bob")) {
            db.transaction(sql -> {
                Upsert.into(ACCOUNTS)
                        .key(ID)
                        .set(ID, 1L)
                        .setOnInsert(OWNER, owner)
                        .setOnInsert(BALANCE, 1L)
                        .execute(sql);
                return null;
            });
        }
        assertThat(rows()).containsExactly("1 ann 1");
    }

    @Test
    void anyUniqueKeyCanBeTheKey() {
        upsert(1, "ann", 10);
        db.transaction(sql -> {
            Upsert.into(ACCOUNTS)
                    .key(OWNER)
                    .setOnInsert(ID, 7L)
                    .set(OWNER, "ann")
                    .set(BALANCE, 99L)
                    .execute(sql);
            return null;
        });
        assertThat(rows()).containsExactly("1 ann 99");
    }

    @Test
    void aRowThatIsInTheWayThroughAnotherKeyIsNotTouched() {
        upsert(1, "ann", 10);
        assertThatThrownBy(() -> upsert(2, "ann", 20)).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> db.transaction(sql -> {
                    Upsert.into(ACCOUNTS)
                            .key(ID)
                            .set(ID, 2L)
                            .setOnInsert(OWNER, "ann")
                            .setOnInsert(BALANCE, 1L)
                            .execute(sql);
                    return null;
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(rows()).containsExactly("1 ann 10");
    }

    @Test
    void anotherConstraintIsStillOne() {
        upsert(1, "ann", 10);
        assertThatThrownBy(() -> upsert(1, "ann", -1)).isInstanceOf(dev.dovetail.core.error.CheckFailedException.class);
        assertThat(rows()).containsExactly("1 ann 10");
    }

    @Test
    void theKeyMustBeNamedAndHaveValues() {
        assertThatThrownBy(() ->
                        db.transaction(sql -> Upsert.into(ACCOUNTS).set(ID, 1L).query(sql)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("needs key");
        assertThatThrownBy(() -> db.transaction(
                        sql -> Upsert.into(ACCOUNTS).key(ID).set(BALANCE, 1L).query(sql)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("needs a value for id");
    }

    private void upsert(long id, String owner, long balance) {
        db.transaction(sql -> {
            Upsert.into(ACCOUNTS)
                    .key(ID)
                    .set(ID, id)
                    .set(OWNER, owner)
                    .set(BALANCE, balance)
                    .execute(sql);
            return null;
        });
    }

    private List<String> rows() {
        return db.read(sql -> sql.select(ID, OWNER, BALANCE)
                .from(ACCOUNTS)
                .orderBy(ID)
                .fetch(row -> row.value1() + " " + row.value2() + " " + row.value3()));
    }
}
