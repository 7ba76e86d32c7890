package dev.dovetail.migrations.code.sample;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import dev.dovetail.migrations.code.MigrationContext;
import dev.dovetail.migrations.code.ReversibleMigration;
import dev.dovetail.migrations.code.RevisionHeader;

@RevisionHeader(label = "data")
final class V2__fill_names implements ReversibleMigration {

    @Override
    public void upgrade(MigrationContext context) {
        context.sql()
                .fetch("select id from users order by id")
                .forEach(row -> context.sql()
                        .update(table("users"))
                        .set(field("name", String.class), "user " + row.get(0, Integer.class))
                        .where(field("id", Integer.class).eq(row.get(0, Integer.class)))
                        .execute());
    }

    @Override
    public void downgrade(MigrationContext context) {
        context.sql().execute("update users set name = ''");
    }
}
