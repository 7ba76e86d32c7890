package dev.dovetail.orm.digits;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static dev.dovetail.orm.query.LoadOption.selectin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.ValueNotKeptException;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.OpenPersistence;
import dev.dovetail.orm.work.UnitOfWork;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** A decimal with more digits than its column is refused wherever it is mapped; what fits comes back as it was. */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class DecimalDigitsTest {

    private static @Nullable OpenPersistence open;

    private final OpenPersistence opened = Objects.requireNonNull(open);

    DecimalDigitsTest(TestDatabase database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void openAll(TestDatabase database) {
        open = OpenPersistence.of(database, Price.class);
        open.persistence().dropAll();
        open.persistence().createAll();
    }

    @AfterParameterizedClassInvocation
    static void closeAll() {
        if (open != null) {
            open.close();
        }
    }

    @BeforeEach
    void empty() {
        run(uow -> {
            uow.sql().execute("delete from price_rates");
            uow.sql().execute("delete from prices");
        });
    }

    private void run(Consumer<UnitOfWork> block) {
        opened.persistence()
                .transactor()
                .run(() -> block.accept(opened.persistence().unitOfWork()));
    }

    private void refused(Consumer<UnitOfWork> block) {
        Throwable failure = catchThrowable(() -> run(block));
        assertThat(failure)
                .isInstanceOf(ValueNotKeptException.class)
                .hasMessageContaining("digits after the point")
                .hasMessageContaining("Fix:");
    }

    /** As a new entity, as a change and as the copy of a detached one. */
    private void refusedEverywhere(Consumer<Price> change) {
        refused(uow -> {
            Price price = new Price(1);
            change.accept(price);
            uow.add(price);
        });
        run(uow -> uow.add(new Price(2)));
        refused(uow -> change.accept(uow.get(Price.class, 2L)));
        Price detached = new Price(2);
        change.accept(detached);
        refused(uow -> uow.merge(detached));
        run(uow -> assertThat(uow.select(Price.class).count()).isEqualTo(1));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void anAttribute() {
        refusedEverywhere(price -> price.total = number("1.005"));
    }

    @Test
    void anAttributeWhoseDigitsHibernateChooses() {
        refusedEverywhere(price -> price.unsaid = number("0.125"));
    }

    @Test
    void anAttributeWhoseColumnIsDeclared() {
        refusedEverywhere(price -> price.declared = number("0.00001"));
    }

    @Test
    void anAttributeStoredAsText() {
        refusedEverywhere(price -> price.exact = number("0.00001"));
    }

    @Test
    void whatAConverterMakes() {
        refusedEverywhere(price -> price.money = new Price.Money(number("0.001")));
    }

    @Test
    void aPartOfAnEntity() {
        refusedEverywhere(price -> price.weight = new Price.Weight("0.0005"));
    }

    @Test
    void anElementOfACollection() {
        refused(uow -> {
            Price price = new Price(1);
            price.rates.add(number("0.25"));
            uow.add(price);
        });
    }

    @Test
    void tooManyDigitsBeforeThePoint() {
        for (Consumer<Price> change : List.<Consumer<Price>>of(
                price -> price.total = number("1000"), price -> price.whole = BigInteger.valueOf(1_000_000))) {
            Throwable failure = catchThrowable(() -> run(uow -> {
                Price price = new Price(1);
                change.accept(price);
                uow.add(price);
            }));
            assertThat(failure)
                    .isInstanceOf(ValueNotKeptException.class)
                    .hasMessageContaining("digits before the point");
        }
    }

    @Test
    void moreDigitsThanSqliteKeeps() {
        Price price = new Price(1);
        price.unsaid = number("12345678901234567.25");
        Throwable failure = catchThrowable(() -> run(uow -> uow.add(price)));
        if (opened.db().engine() == Engine.SQLITE) {
            assertThat(failure).isInstanceOf(ValueNotKeptException.class).hasMessageContaining("SQLite keeps 15");
        } else {
            assertThat(failure).isNull();
            run(uow -> assertThat(uow.get(Price.class, 1L).unsaid).isEqualByComparingTo(price.unsaid));
        }
    }

    @Test
    void aParameterOfAnUpdate() {
        run(uow -> uow.add(new Price(1)));
        refused(uow -> uow.session()
                .createMutationQuery("update Price set total = :total where id = 1")
                .setParameter("total", number("1.005"))
                .executeUpdate());
    }

    @Test
    void computedValuesAreComparedWithAnyNumber() {
        run(uow -> {
            for (long id = 1; id <= 3; id++) {
                Price price = new Price(id);
                price.total = number("999.99");
                uow.add(price);
            }
        });
        run(uow -> {
            assertThat(uow.hql("select count(*) from Price group by total having sum(total) > :most", Long.class)
                            .bind("most", number("2999.965"))
                            .one())
                    .isEqualTo(3);
            assertThat(uow.hql("select count(*) from Price where total * 10 > :most", Long.class)
                            .bind("most", number("9999.8"))
                            .one())
                    .isEqualTo(3);
            assertThat(uow.hql("select sum(total) from Price", BigDecimal.class).one())
                    .isEqualByComparingTo("2999.97");
        });
    }

    @Test
    void whatFitsComesBackAsItWas() {
        run(uow -> {
            Price price = new Price(1);
            price.total = number("-999.99");
            price.unsaid = number("123456789012.34");
            price.declared = number("999.9999");
            price.whole = BigInteger.valueOf(999_999);
            price.exact = number("1234567890123456.7891");
            price.money = new Price.Money(number("99999.90"));
            price.weight = new Price.Weight("1.500");
            price.rates.add(number("100.0"));
            uow.add(price);
        });
        run(uow -> {
            Price price = uow.select(Price.class).load(selectin(Price_.rates)).one();
            assertThat(price.total).isEqualByComparingTo("-999.99");
            assertThat(price.unsaid).isEqualByComparingTo("123456789012.34");
            assertThat(price.declared).isEqualByComparingTo("999.9999");
            assertThat(price.whole).isEqualTo(999_999);
            assertThat(price.exact).isEqualByComparingTo("1234567890123456.7891");
            assertThat(price.money.amount()).isEqualByComparingTo("99999.9");
            assertThat(price.weight.kilograms).isEqualByComparingTo("1.5");
            assertThat(price.rates.get(0)).isEqualByComparingTo("100");
        });
    }

    @Test
    void whatIsSecretOrConvertedIsNotInTheExceptionOfAConstraint() {
        run(uow -> {
            Price price = new Price(1);
            price.code = "hush-1";
            price.money = new Price.Money(number("47.11"));
            price.weight = new Price.Weight("1");
            price.weight.seal = "hush-2";
            uow.add(price);
        });
        secret("code", price -> price.code = "hush-1");
        secret("converted", price -> price.money = new Price.Money(number("47.11")));
        secret("seal", price -> {
            price.weight = new Price.Weight("2");
            price.weight.seal = "hush-2";
        });
    }

    private void secret(String column, Consumer<Price> change) {
        Throwable failure = catchThrowable(() -> run(uow -> {
            Price price = new Price(2);
            change.accept(price);
            uow.add(price);
        }));
        assertThat(failure).isInstanceOf(DuplicateKeyException.class);
        ConstraintDetails details = ((DuplicateKeyException) failure).details();
        assertThat(details.columns()).containsExactly(column);
        assertThat(details.values()).isEmpty();
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("hush-").doesNotContain("47.11");
    }
}
