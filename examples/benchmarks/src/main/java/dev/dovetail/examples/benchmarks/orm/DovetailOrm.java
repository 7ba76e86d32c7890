package dev.dovetail.examples.benchmarks.orm;

import dev.dovetail.core.Database;
import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.examples.benchmarks.contender.Target;
import dev.dovetail.orm.HibernatePersistence;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.query.Selection;
import dev.dovetail.orm.work.UnitOfWork;
import java.util.Arrays;
import java.util.function.Function;
import org.hibernate.query.restriction.Restriction;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Dovetail's unit of work with its default options. */
final class DovetailOrm implements OrmContender {

    private static final int STATEMENTS = 200;

    private final Database db;
    private final HibernatePersistence persistence;
    private final Transactor tx;
    private final Transactor reading;

    DovetailOrm(Target target) {
        this.db = Database.open(target.url());
        this.persistence = boot(db);
        this.tx = persistence.transactor();
        this.reading = tx.readOnly();
    }

    static HibernatePersistence boot(Database db) {
        return HibernatePersistence.of(db, Customer.class, Order.class, Item.class);
    }

    private <T> T in(Function<UnitOfWork, T> work) {
        return tx.call(() -> work.apply(persistence.unitOfWork()));
    }

    private static <T> Selection<T> where(UnitOfWork uow, Class<T> type, long first, long last) {
        var id = persistenceId(uow, type);
        return uow.select(type).where(Restriction.between(id, first, last));
    }

    @SuppressWarnings("unchecked") // all ids are numbers
    private static <T> jakarta.persistence.metamodel.SingularAttribute<T, Long> persistenceId(
            UnitOfWork uow, Class<T> type) {
        return (jakarta.persistence.metamodel.SingularAttribute<T, Long>)
                uow.session().getFactory().getMetamodel().entity(type).getSingularAttribute("id");
    }

    @Override
    public long get(long id) {
        return in(uow -> uow.get(Customer.class, id).getEmail().length());
    }

    /** The same in a transaction that only reads. */
    long getReadOnly(long id) {
        return reading.call(() -> (long)
                persistence.unitOfWork().get(Customer.class, id).getEmail().length());
    }

    @Override
    public void insert(long id) {
        in(uow -> {
            uow.add(new Item(id, "item " + id, id, "a note"));
            return true;
        });
    }

    @Override
    public long updateAll(long amount) {
        return in(uow -> {
            var items = uow.select(Item.class).list();
            items.forEach(item -> item.setAmount(amount + item.getId()));
            return (long) items.size();
        });
    }

    @Override
    public long fiftyWithOrders(long firstId) {
        return in(uow -> fifty(uow, firstId));
    }

    /** The same in a transaction that only reads. */
    long fiftyReadOnly(long firstId) {
        return reading.call(() -> fifty(persistence.unitOfWork(), firstId));
    }

    private static long fifty(UnitOfWork uow, long firstId) {
        return where(uow, Customer.class, firstId, firstId + 49).load(LoadOption.selectin("orders")).list().stream()
                .mapToLong(OrmContender::sum)
                .sum();
    }

    @Override
    public long items() {
        return in(uow ->
                uow.select(Item.class).list().stream().mapToLong(Item::getId).sum());
    }

    @Override
    public long thousandOrders() {
        return in(uow -> where(uow, Order.class, 1, 1000).list().stream()
                .mapToLong(Order::getId)
                .sum());
    }

    /**
     * The middle time of a statement of typed SQL in a unit of work.
     *
     * @param managed whether the unit of work manages a thousand items
     * @param table what the statement reads, or updates a row of
     */
    double microseconds(boolean managed, String table, boolean write) {
        return in(uow -> {
            if (managed && uow.select(Item.class).list().size() < 1000) {
                throw new IllegalStateException("There are too few items");
            }
            Table<Record> target = DSL.table(DSL.name(table));
            DSLContext sql = uow.sql();
            long[] times = new long[STATEMENTS];
            for (int i = 0; i < times.length; i++) {
                long start = System.nanoTime();
                if (write) {
                    sql.update(target)
                            .set(DSL.field(DSL.name("note"), String.class), "n" + i)
                            .where(DSL.field(DSL.name("id"), Long.class).eq(1L))
                            .execute();
                } else {
                    sql.select(DSL.field(DSL.name("id"), Long.class))
                            .from(target)
                            .where(DSL.field(DSL.name("id"), Long.class).eq(1L))
                            .fetch();
                }
                times[i] = System.nanoTime() - start;
            }
            Arrays.sort(times);
            return times[times.length / 2] / 1000.0;
        });
    }

    @Override
    public void close() {
        persistence.close();
        db.close();
    }
}
