package dev.dovetail.core.query;

import static dev.dovetail.core.query.ListParameter.in;
import static dev.dovetail.core.query.Mappings.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.param;

import dev.dovetail.core.Database;
import dev.dovetail.core.bulk.BulkRow;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** The lines of the README on compiled queries, compiled and run. */
class ReadmeTest {

    private static final Table<Record> USERS = DSL.table(DSL.name("users"));
    private static final Field<Integer> ID = DSL.field(DSL.name("id"), SQLDataType.INTEGER.notNull());
    private static final Field<String> EMAIL = DSL.field(DSL.name("email"), SQLDataType.VARCHAR(80));

    private record Buyer(int id, String email) {}

    @Test
    void theLinesWork() {
        List<Buyer> printed = new ArrayList<>();
        try (Database db = Database.open("sqlite:///:memory:")) {
            db.transaction(sql ->
                    sql.createTable(USERS).columns(ID, EMAIL).primaryKey(ID).execute());
            db.bulk()
                    .insert(USERS)
                    .columns(ID, EMAIL)
                    .rows(List.of(1, 2, 3, 4), id -> BulkRow.row(id, "user" + id + "@example.com"));
            // README
            CompiledQuery<Buyer> buyers = db.compile(
                            sql -> sql.select(ID, EMAIL)
                                    .from(USERS)
                                    .where(in(ID, "ids").and(EMAIL.like(param("pattern", String.class))))
                                    .orderBy(EMAIL.desc().nullsLast()),
                            mapping(Buyer::new))
                    .keyedBy(ID);
            CompiledQuery<Buyer> some = buyers.bind("ids", List.of(1, 2, 3)).bind("pattern", "%@example.com");

            List<Buyer> all = some.list();
            Optional<Buyer> first = some.first();
            some.forEach(buyer -> printed.add(buyer));
            CursoredPage<Buyer> page = some.cursoredPage(PageRequest.ofSize(2));
            CursoredPage<Buyer> next = some.cursoredPage(page.nextPageRequest());
            // end
            assertThat(all).extracting(Buyer::id).containsExactly(3, 2, 1);
            assertThat(first).contains(all.get(0));
            assertThat(printed).isEqualTo(all);
            assertThat(page.content()).isEqualTo(all.subList(0, 2));
            assertThat(next.content()).isEqualTo(all.subList(2, 3));
        }
    }

    @Test
    void theReadmeShowsTheseLines() throws IOException {
        String here = Files.readString(Path.of("src/test/java/dev/dovetail/core/query/ReadmeTest.java"));
        String shown = here.substring(here.indexOf("// README\n") + 10, here.indexOf("            // end"))
                .replace("printed.add(buyer)", "print(buyer)");
        String readme = Files.readString(Path.of("README.md"));
        String section = readme.substring(readme.indexOf("## Compiled queries"));
        String block = section.substring(section.indexOf("```java\n") + 8, section.indexOf("\n```\n"));
        assertThat(block.replaceAll("\\s", "")).isEqualTo(shown.replaceAll("\\s", ""));
    }
}
