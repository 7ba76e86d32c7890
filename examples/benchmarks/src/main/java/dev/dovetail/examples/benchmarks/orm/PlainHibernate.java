package dev.dovetail.examples.benchmarks.orm;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.examples.benchmarks.contender.Target;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.community.dialect.SQLiteDialect;

/** Hibernate alone on a pool, with batches, as its guide advises. */
final class PlainHibernate implements OrmContender {

    private final HikariDataSource pool;
    private final SessionFactory factory;

    PlainHibernate(Target target) {
        this.pool = pool(target);
        this.factory = boot(target, pool);
    }

    static HikariDataSource pool(Target target) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(target.jdbcUrl());
        config.setAutoCommit(false);
        if (target.isSqlite()) {
            config.addDataSourceProperty("journal_mode", "wal");
            config.addDataSourceProperty("synchronous", "normal");
            config.addDataSourceProperty("foreign_keys", "true");
        } else {
            config.setUsername(target.user());
            config.setPassword(target.password());
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        return new HikariDataSource(config);
    }

    static SessionFactory boot(Target target, HikariDataSource pool) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(Customer.class)
                .addAnnotatedClass(Order.class)
                .addAnnotatedClass(Item.class)
                .setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, "100")
                .setProperty(AvailableSettings.ORDER_INSERTS, "true")
                .setProperty(AvailableSettings.ORDER_UPDATES, "true")
                .setProperty(AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, "true");
        configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
        if (target.isSqlite()) {
            configuration.setProperty(AvailableSettings.DIALECT, SQLiteDialect.class.getName());
        }
        return configuration.buildSessionFactory();
    }

    private <T> T in(Function<Session, T> work) {
        return factory.fromTransaction(work);
    }

    @Override
    public long get(long id) {
        return in(session -> session.find(Customer.class, id).getEmail().length());
    }

    @Override
    public void insert(long id) {
        in(session -> {
            session.persist(new Item(id, "item " + id, id, "a note"));
            return true;
        });
    }

    @Override
    public long updateAll(long amount) {
        return in(session -> {
            var items = session.createSelectionQuery("from Item", Item.class).getResultList();
            items.forEach(item -> item.setAmount(amount + item.getId()));
            return items.size();
        });
    }

    @Override
    public long fiftyWithOrders(long firstId) {
        return in(session -> session
                .createSelectionQuery(
                        "from Customer c left join fetch c.orders where c.id between :first and :last", Customer.class)
                .setParameter("first", firstId)
                .setParameter("last", firstId + 49)
                .getResultList()
                .stream()
                .mapToLong(OrmContender::sum)
                .sum());
    }

    @Override
    public long items() {
        return in(session -> session.createSelectionQuery("from Item", Item.class).getResultList().stream()
                .mapToLong(Item::getId)
                .sum());
    }

    @Override
    public long thousandOrders() {
        return in(session ->
                session.createSelectionQuery("from Order where id <= 1000", Order.class).getResultList().stream()
                        .mapToLong(Order::getId)
                        .sum());
    }

    @Override
    public void close() {
        factory.close();
        pool.close();
    }
}
