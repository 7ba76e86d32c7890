package dev.dovetail.orm.queries;

import static dev.dovetail.databases.TestEngine.H2;
import static dev.dovetail.databases.TestEngine.MARIADB;
import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.OpenPersistence;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.memory.InMemoryPersistence;
import dev.dovetail.testing.contract.Address;
import dev.dovetail.testing.contract.Author;
import dev.dovetail.testing.contract.Authors;
import dev.dovetail.testing.contract.Biography;
import dev.dovetail.testing.contract.Book;
import dev.dovetail.testing.contract.Books;
import dev.dovetail.testing.contract.ContractSchema;
import dev.dovetail.testing.contract.Genre;
import dev.dovetail.testing.contract.Library;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Query;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import org.junit.jupiter.api.Test;

/**
 * Made-up queries have the same results on the fake and on each engine. A failure prints the seed; {@code
 * -Ddovetail.queries.seed=…} runs it alone.
 */
@OnEachDatabase({SQLITE, POSTGRESQL, H2, MARIADB})
class RandomQueriesTest {

    private static final int SEEDS = Boolean.getBoolean("dovetail.exhaustive") ? 200 : 2;
    private static final int QUERIES = 50;
    private static final Class<?>[] ENTITIES = Library.ENTITIES.toArray(Class<?>[]::new);

    private final TestDatabase database;

    RandomQueriesTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void theFakeAnswersLikeTheDatabase() throws Exception {
        try (OpenPersistence open = OpenPersistence.of(database, ENTITIES);
                InMemoryPersistence fake = InMemoryPersistence.of(ENTITIES)) {
            ContractSchema.create(open.db());
            fill(open.persistence(), new Random(7));
            fill(fake, new Random(7));
            Long only = Long.getLong("dovetail.queries.seed");
            for (long seed = only == null ? 1 : only; seed <= (only == null ? SEEDS : only); seed++) {
                compare(seed, open.persistence(), fake);
            }
        }
    }

    private void compare(long seed, Persistence real, Persistence fake) throws Exception {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            texts.add(RandomQuery.of(random));
        }
        Class<?> queries = repository(texts);
        int found = 0;
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            String expected = results(queries, fake, i);
            String actual = results(queries, real, i);
            found += expected.split(",").length;
            if (!actual.equals(expected)) {
                differences.add(texts.get(i) + "\n  fake: " + expected + "\n  real: " + actual);
            }
        }
        assertThat(differences).as("seed %d on %s", seed, database.engine()).isEmpty();
        assertThat(found).as("results of all queries together").isGreaterThan(2 * QUERIES);
    }

    private static String results(Class<?> queries, Persistence persistence, int number)
            throws ReflectiveOperationException {
        try {
            return String.valueOf(queries.getMethod("query" + number).invoke(persistence.repository(queries)));
        } catch (InvocationTargetException failure) {
            return String.valueOf(failure.getCause());
        }
    }

    private static Class<?> repository(List<String> texts) {
        TypeDescription.Generic texted = TypeDescription.Generic.Builder.parameterizedType(List.class, String.class)
                .build();
        DynamicType.Builder<?> made = new ByteBuddy()
                .makeInterface(
                        TypeDescription.Generic.Builder.parameterizedType(DataRepository.class, Book.class, Long.class)
                                .build())
                .name("dev.dovetail.orm.queries.MadeUp");
        for (int i = 0; i < texts.size(); i++) {
            made = made.defineMethod("query" + i, texted, Visibility.PUBLIC)
                    .withoutCode()
                    .annotateMethod(AnnotationDescription.Builder.ofType(Query.class)
                            .define("value", texts.get(i))
                            .build());
        }
        return made.make()
                .load(RandomQueriesTest.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
                .getLoaded();
    }

    private static void fill(Persistence persistence, Random random) {
        persistence.transactor().run(() -> {
            List<Author> authors = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Author author = new Author(RandomQuery.word(random), i % 2 == 0 ? null : i + RandomQuery.word(random));
                if (i != 1) {
                    author.setAddress(new Address(i == 2 ? null : RandomQuery.word(random), "1"));
                }
                if (i > 2) {
                    author.setBiography(new Biography(i == 3 ? null : RandomQuery.word(random)));
                }
                authors.add(persistence.repository(Authors.class).insert(author));
            }
            for (int i = 0; i < 30; i++) {
                Book book = new Book(RandomQuery.word(random), authors.get(random.nextInt(authors.size())));
                book.setIsbn("n" + i);
                book.setPages(random.nextInt(4) == 0 ? null : Integer.valueOf(random.nextInt(13) - 3));
                book.setPrice(random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextInt(160) * 25L, 2));
                book.setGenre(random.nextInt(4) == 0 ? null : Genre.values()[random.nextInt(3)]);
                book.setSold(random.nextBoolean());
                persistence.repository(Books.class).insert(book);
            }
        });
    }
}
