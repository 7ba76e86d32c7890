package dev.dovetail.core.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.internal.bulk.BulkWork.Kind;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

class RowStatementsTest {

    private static final Table<?> ITEMS = DSL.table(DSL.name("items"));
    private static final Field<Long> ID = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
    private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.VARCHAR);
    private static final Field<String> NOTE = DSL.field(DSL.name("note"), SQLDataType.VARCHAR);

    private final DSLContext sql = DSL.using(SQLDialect.SQLITE);
    private final RowStatements statements = new RowStatements();

    private RowStatement of(Kind kind, Table<?> table, List<Field<?>> key, List<Field<?>> set) {
        return statements.of(sql, new BulkWork(kind, table, List.of(ID, NAME, NOTE), key, set));
    }

    @Test
    void theSameColumnsAreRenderedOnce() {
        assertThat(of(Kind.UPSERT, ITEMS, List.of(ID), List.of(NAME)))
                .isSameAs(of(Kind.UPSERT, ITEMS, List.of(ID), List.of(NAME)));
    }

    @Test
    void whateverDiffersIsAnotherStatement() {
        RowStatement upsert = of(Kind.UPSERT, ITEMS, List.of(ID), List.of(NAME));
        assertThat(List.of(
                        of(Kind.UPDATE, ITEMS, List.of(ID), List.of(NAME)),
                        of(Kind.UPSERT, DSL.table(DSL.name("others")), List.of(ID), List.of(NAME)),
                        of(Kind.UPSERT, ITEMS, List.of(NOTE), List.of(NAME)),
                        of(Kind.UPSERT, ITEMS, List.of(ID), List.of(NOTE)),
                        of(Kind.UPSERT, ITEMS, List.of(ID), List.of(NAME, NOTE))))
                .doesNotContain(upsert)
                .doesNotHaveDuplicates();
    }

    @Test
    void theLeastRecentlyUsedGoes() {
        RowStatement first = of(Kind.UPSERT, ITEMS, List.of(ID), List.of(NAME));
        RowStatement second = of(Kind.UPDATE, ITEMS, List.of(ID), List.of(NAME));
        for (int i = 0; i < 255; i++) {
            of(Kind.INSERT, DSL.table(DSL.name("t" + i)), List.of(), List.of());
            of(Kind.UPSERT, ITEMS, List.of(ID), List.of(NAME));
        }
        assertThat(of(Kind.UPSERT, ITEMS, List.of(ID), List.of(NAME))).isSameAs(first);
        assertThat(of(Kind.UPDATE, ITEMS, List.of(ID), List.of(NAME))).isNotSameAs(second);
    }
}
