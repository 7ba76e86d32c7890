package dev.dovetail.core.portable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.OpenDatabase;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What jOOQ itself says in the same way to every engine, so that it needs no helper: truth, limit and offset. */
@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class SharedMeaningTest extends OpenDatabase {

    private static final Table<Record> FLAGS = DSL.table(DSL.name("flags"));
    private static final Field<Integer> NUMBER = DSL.field(DSL.name("number"), SQLDataType.INTEGER);
    private static final Field<Boolean> RAISED = DSL.field(DSL.name("raised"), SQLDataType.BOOLEAN);

    SharedMeaningTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void fill() {
        db.transaction(sql -> {
            sql.dropTableIfExists(FLAGS).execute();
            sql.execute("create table flags (number integer, raised boolean)");
            return sql.insertInto(FLAGS, NUMBER, RAISED)
                    .values(1, true)
                    .values(2, false)
                    .values(3, null)
                    .execute();
        });
    }

    @Test
    void truthHasThreeValues() {
        assertThat(numbers(RAISED.isTrue())).containsExactly(1);
        assertThat(numbers(RAISED.isFalse())).containsExactly(2);
        assertThat(numbers(DSL.condition(RAISED))).containsExactly(1);
        assertThat(numbers(DSL.condition(RAISED).not())).containsExactly(2);
        assertThat(numbers(RAISED.eq(DSL.inline(false)))).containsExactly(2);
        assertThat(numbers(RAISED.isDistinctFrom(true))).containsExactly(2, 3);
        assertThat(numbers(DSL.trueCondition())).containsExactly(1, 2, 3);
        assertThat(numbers(DSL.falseCondition())).isEmpty();
    }

    @Test
    void aConditionIsAValue() {
        List<Boolean> values = db.read(sql ->
                sql.select(DSL.field(NUMBER.gt(1))).from(FLAGS).orderBy(NUMBER).fetch(row -> row.value1()));
        assertThat(values).containsExactly(false, true, true);
        List<Boolean> stored =
                db.read(sql -> sql.select(RAISED).from(FLAGS).orderBy(NUMBER).fetch(RAISED));
        assertThat(stored).containsExactly(true, false, null);
    }

    @Test
    void limitAndOffsetAlsoStandAlone() {
        assertThat(fetch(select(DSL.trueCondition()).limit(2))).containsExactly(1, 2);
        assertThat(fetch(select(DSL.trueCondition()).limit(1).offset(1))).containsExactly(2);
        assertThat(fetch(select(DSL.trueCondition()).offset(1))).containsExactly(2, 3);
        assertThat(fetch(select(DSL.trueCondition()).limit(0))).isEmpty();
        assertThat(fetch(select(DSL.trueCondition()).limit(10).offset(10))).isEmpty();
    }

    private List<Integer> numbers(Condition condition) {
        return fetch(select(condition));
    }

    private static SelectLimitStep<Record1<Integer>> select(Condition condition) {
        return DSL.select(NUMBER).from(FLAGS).where(condition).orderBy(NUMBER);
    }

    private List<Integer> fetch(Select<Record1<Integer>> query) {
        return db.read(sql -> sql.fetch(query).getValues(NUMBER));
    }
}
