package dev.dovetail.examples.orders.load;

import static dev.dovetail.examples.orders.schema.Tables.ORDERS;
import static dev.dovetail.examples.orders.schema.Tables.ORDER_LINES;
import static dev.dovetail.examples.orders.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.databases.Checkpoint;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.examples.orders.file.FileOrder;
import dev.dovetail.examples.orders.file.OrderFile;
import dev.dovetail.examples.orders.file.OrderFileReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

@OnEachDatabase({TestEngine.SQLITE, TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
class OrderLoaderTest {

    private static final long LINES = 6_000;

    private static @Nullable Checkpoint checkpoint;
    private static @Nullable OrderFile prepared;

    private final Database db;
    private final OrderFile file = Objects.requireNonNull(prepared);

    OrderLoaderTest(TestDatabase database) {
        db = Database.open(database.url());
    }

    @BeforeParameterizedClassInvocation
    static void prepare(TestDatabase database) {
        try (Database db = Database.open(database.url())) {
            prepared = LoadedDatabase.prepare(db);
        }
        checkpoint = database.checkpoint();
    }

    @AfterEach
    void close() {
        db.close();
        Objects.requireNonNull(checkpoint).restore();
    }

    @Test
    void loadsWhatIsInTheFile() {
        LoadResult result = new OrderLoader(db, Progress.none()).load(file);

        assertThat(result).isInstanceOf(LoadResult.Loaded.class);
        assertThat(result.contents().lines()).isEqualTo(LINES);
        assertThat(LoadedDatabase.contents(db)).isEqualTo(result.contents());
        assertThat(stored()).containsExactlyElementsOf(inFile());
    }

    @Test
    void findsTheSecondTimeWhatItLoadedTheFirst() {
        LoadResult first = new OrderLoader(db, Progress.none()).load(file);
        LoadResult second = new OrderLoader(db, Progress.none()).load(file);

        assertThat(second).isEqualTo(new LoadResult.Found(first.contents()));
        assertThat(LoadedDatabase.contents(db)).isEqualTo(first.contents());
    }

    @Test
    void leavesNothingWhenItIsInterrupted() {
        long half = 4_000;
        Progress interrupts = (rows, of) -> {
            if (rows >= half) {
                throw new StackOverflowError("interrupted on purpose");
            }
        };

        assertThatThrownBy(() -> new OrderLoader(db, interrupts).load(file))
                .isInstanceOf(StackOverflowError.class)
                .hasMessage("interrupted on purpose");
        assertThat(LoadedDatabase.contents(db)).isEqualTo(new Contents(0, 0));
        assertThat(new OrderLoader(db, Progress.none()).load(file)).isInstanceOf(LoadResult.Loaded.class);
    }

    @Test
    void reportsProgressUpToTheEnd() {
        List<Long> reports = new ArrayList<>();
        LoadResult result = new OrderLoader(db, (rows, of) -> reports.add(rows)).load(file);

        long all = result.contents().orders() + result.contents().lines();
        assertThat(reports).isSorted().hasSizeGreaterThan(3);
        assertThat(reports.get(reports.size() - 1)).isEqualTo(all);
    }

    private List<String> stored() {
        return db.read(sql -> sql.select(
                        ORDERS.NUMBER,
                        ORDERS.ORDERED_AT,
                        USERS.ID,
                        ORDERS.SHIP_TO,
                        ORDERS.TOTAL_CENTS,
                        ORDER_LINES.LINE_NUMBER,
                        ORDER_LINES.PRODUCT_ID,
                        ORDER_LINES.QUANTITY,
                        ORDER_LINES.UNIT_PRICE_CENTS,
                        ORDER_LINES.NOTE)
                .from(ORDERS)
                .join(USERS)
                .on(USERS.ID.eq(ORDERS.USER_ID))
                .join(ORDER_LINES)
                .on(ORDER_LINES.ORDER_ID.eq(ORDERS.ID))
                .orderBy(ORDERS.NUMBER, ORDER_LINES.LINE_NUMBER)
                .fetch(row -> List.of(
                                row.intoList().stream().map(String::valueOf).toArray())
                        .toString()));
    }

    private List<String> inFile() {
        List<String> rows = new ArrayList<>();
        try (OrderFileReader reader = file.read()) {
            while (reader.hasNext()) {
                FileOrder order = reader.next();
                order.lines()
                        .forEach(line -> rows.add(List.of(
                                        order.number(),
                                        order.orderedAt(),
                                        order.userId(),
                                        order.shipTo(),
                                        order.totalCents(),
                                        line.number(),
                                        line.productId(),
                                        line.quantity(),
                                        line.unitPriceCents(),
                                        String.valueOf(line.note()))
                                .toString()));
            }
        }
        return rows;
    }
}
