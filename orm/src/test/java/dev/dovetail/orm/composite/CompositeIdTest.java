package dev.dovetail.orm.composite;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.statement.Statements;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.OpenPersistence;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.query.Selection;
import dev.dovetail.orm.work.UnitOfWork;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.query.Order;
import org.hibernate.query.restriction.Restriction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Queries and loading where an id has two columns. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class CompositeIdTest {

    private static final int SITES = 600;

    private final OpenPersistence open;

    CompositeIdTest(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists trips");
            statement.execute("drop table if exists sites");
            statement.execute("create table sites (country varchar(2) not null, number integer not null,"
                    + " name varchar(40), primary key (country, number))");
            statement.execute("create table trips (id bigint primary key, site_country varchar(2), site_number integer,"
                    + " foreign key (site_country, site_number) references sites (country, number))");
        }
        open = OpenPersistence.of(database, Site.class, Trip.class);
        run(uow -> {
            for (int i = 0; i < SITES; i++) {
                Site site = new Site(new SiteId(i % 2 == 0 ? "at" : "ch", i / 2), "site " + i % 7);
                uow.add(site);
                uow.add(new Trip((long) i, site));
            }
        });
    }

    @AfterEach
    void close() {
        open.close();
    }

    private void run(Consumer<UnitOfWork> block) {
        open.persistence()
                .transactor()
                .run(() -> block.accept(open.persistence().unitOfWork()));
    }

    private static List<String> statements(Runnable block) {
        return Statements.during(block::run).sql();
    }

    @Test
    void idsOfSeveralColumnsAreLoadedInChunksByTheirTuples() {
        run(uow -> {
            List<String> sent = statements(() -> assertThat(uow.select(Site.class)
                            .load(LoadOption.selectin("trips"))
                            .list())
                    .hasSize(SITES)
                    .allSatisfy(site -> assertThat(site.getTrips()).hasSize(1)));
            assertThat(sent).hasSize(1 + 2);
            assertThat(sent.get(1)).contains("(t1_0.site_country,t1_0.site_number) in ((?,?)");
        });
        run(uow -> {
            List<String> sent = statements(() -> assertThat(uow.select(Trip.class)
                            .load(LoadOption.selectin("site"))
                            .list())
                    .hasSize(SITES)
                    .allSatisfy(trip -> assertThat(trip.getSite().getName()).startsWith("site")));
            assertThat(sent).hasSize(1 + 2);
        });
        run(uow -> {
            List<String> sent = statements(() -> assertThat(sites(uow)
                            .load(LoadOption.subquery("trips"))
                            .offset(3)
                            .limit(20)
                            .list())
                    .hasSize(20)
                    .allSatisfy(site -> assertThat(site.getTrips()).hasSize(1)));
            assertThat(sent).hasSize(2);
            assertThat(uow.session().getStatistics().getEntityCount()).isEqualTo(40);
        });
    }

    private static Selection<Site> sites(UnitOfWork uow) {
        return uow.select(Site.class).orderBy(Order.desc(Site.class, "name"));
    }

    @Test
    void pagesAndGetKnowTheWholeId() {
        run(uow -> {
            List<SiteId> walked = new ArrayList<>();
            CursoredPage<Site> page = sites(uow).keyset(PageRequest.ofSize(97));
            page.content().forEach(site -> walked.add(site.getId()));
            while (page.hasNext()) {
                page = sites(uow).keyset(page.nextPageRequest());
                page.content().forEach(site -> walked.add(site.getId()));
            }
            assertThat(walked).hasSize(SITES).doesNotHaveDuplicates();
            List<SiteId> numbered = new ArrayList<>();
            for (int i = 1; i <= 7; i++) {
                sites(uow).page(PageRequest.ofPage(i).size(97)).content().forEach(site -> numbered.add(site.getId()));
            }
            assertThat(numbered).isEqualTo(walked);
            SiteId id = new SiteId("ch", 4);
            assertThat(uow.select(Site.class)
                            .where(Restriction.unrestricted())
                            .get(id)
                            .getId())
                    .isEqualTo(id);
        });
    }
}
