package dev.dovetail.repository.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.repository.Load;
import dev.dovetail.repository.LoadStrategy;
import dev.dovetail.repository.Lock;
import dev.dovetail.repository.RepositoryDefinitionException;
import dev.dovetail.repository.memory.InMemoryPersistence;
import dev.dovetail.repository.proxy.Shop.Buyer;
import dev.dovetail.repository.proxy.Shop.Purchase;
import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Param;
import jakarta.data.repository.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Queries, names of methods and results that do not fit. */
class QueryFaultsTest {

    private final InMemoryPersistence persistence = InMemoryPersistence.of(Buyer.class, Purchase.class);

    record Summary(String email, int age) {}

    record Wrong(String name) {}

    record WrongType(String age) {}

    interface Queries extends DataRepository<Buyer, Long> {
        @Query("where age >")
        List<Buyer> incomplete();

        @Query("from Byer where age > 1")
        List<Buyer> unknownEntity();

        @Query("where email = :mail and age = :age")
        List<Buyer> twoFaults(@Param("email") String address, String age);

        @Query("where age = ?1")
        List<Buyer> unused(int age, String email);

        @Query("where age = 1 order by age")
        List<Buyer> sortedTwice(Sort<Buyer> sort);

        @Query("where age = 1 order by age")
        @OrderBy("email")
        List<Buyer> annotatedTwice();

        @Query("select email, age")
        List<String> twoValues();

        @Query("select age")
        Optional<String> wrongValue();

        @Query("select email")
        CursoredPage<String> cursoredValues(PageRequest page, Order<Buyer> order);

        @Query("select count(this)")
        String countAsText();

        @Query("select count(this)")
        @Load("purchases")
        long countLoaded();

        @Query("update Buyer set age = 1")
        List<Buyer> updateReturning();

        @Query("delete from Buyer")
        void deleteLimited(Limit limit);

        @Query("where age = 1")
        void findsNothing();

        @Query("select email")
        @Load("purchases")
        List<String> loadedValues();

        @Query("where age = 1")
        @SuppressWarnings("rawtypes")
        List rawList();
    }

    @Test
    void everyFaultOfAQueryIsTold() {
        assertFaults(
                Queries.class,
                List.of("incomplete()", "found the end", "        where age >\n                   ^"),
                List.of("unknownEntity()", "no entity 'Byer'", "did you mean 'Buyer'?", "\n             ^"),
                List.of("twoFaults(", "no parameter :mail", "did you mean :email?"),
                List.of("twoFaults(", "an Integer cannot be compared with a String"),
                List.of("unused(int, String)", "parameter 2", "does not use it"),
                List.of("sortedTwice(Sort)", "its query sorts already", "Sort or Order"),
                List.of("annotatedTwice()", "its query sorts already", "@OrderBy"),
                List.of("twoValues()", "String and Integer", "no String can be made"),
                List.of("wrongValue()", "Integer", "no String can be made"),
                List.of("cursoredValues(", "holds entities"),
                List.of("countAsText()", "a count is long or int"),
                List.of("countLoaded()", "@Load has no effect"),
                List.of("updateReturning()", "void, int or long"),
                List.of("deleteLimited(Limit)", "make no sense"),
                List.of("findsNothing()", "returns nothing"),
                List.of("loadedValues()", "@Load has no effect"),
                List.of("rawList()", "of what it returns a List"));
    }

    interface Names extends DataRepository<Buyer, Long> {
        List<Buyer> findByEmial(String email);

        List<Buyer> findByEmailAndAeg(String email, int age);

        List<Buyer> findByPlaceCity(int city);

        List<Buyer> findByAgeBetween(int age);

        List<Buyer> findByEmailTrue();

        List<Buyer> findByAgeLike(int age);

        List<Buyer> findByAgeIgnoreCase(int age);

        List<Buyer> findByAgeIn(Set<String> ages);

        List<Buyer> findByEmailIn(String email);

        List<Buyer> findByPurchasesNull();

        List<Buyer> findByPlaceNot(Shop.Place place);

        List<Buyer> findFirst0ByAge(int age);

        List<Buyer> findFirst3ByAge(int age, Limit limit);

        List<Buyer> findByAgeOrderByPlaceDesc(int age);

        List<Buyer> findByAgeOrderBy(int age);

        List<Buyer> findBy();

        @OrderBy("email")
        List<Buyer> findOrderByAge();

        long countByAgeOrderByAge(int age);

        String countByAge(int age);

        int deleteByAge(int age, Sort<Buyer> sort);

        void searchByAge(int age);
    }

    @Test
    void everyFaultOfANameIsTold() {
        assertFaults(
                Names.class,
                List.of("findByEmial(", "'Emial' is no attribute of Buyer", "did you mean 'email'?"),
                List.of("findByEmailAndAeg(", "'Aeg' is no attribute", "did you mean 'age'?"),
                List.of("findByPlaceCity(", "Buyer.place.city is a String, not a int"),
                List.of("findByAgeBetween(", "take 2 parameters, but it has 1"),
                List.of("findByEmailTrue(", "needs a boolean"),
                List.of("findByAgeLike(", "Like needs a String"),
                List.of("findByAgeIgnoreCase(", "IgnoreCase needs a String"),
                List.of("findByAgeIn(", "In needs several", "Set<Integer>"),
                List.of("findByEmailIn(", "In needs several", "Set<String>"),
                List.of("findByPurchasesNull(", "through a collection"),
                List.of("findByPlaceNot(", "has several parts"),
                List.of("findFirst0ByAge(", "no number of results"),
                List.of("findFirst3ByAge(", "'First' in its name"),
                List.of("findByAgeOrderByPlaceDesc(", "nothing can be sorted"),
                List.of("findByAgeOrderBy(", "nothing follows 'OrderBy'"),
                List.of("findBy()", "nothing follows 'By'"),
                List.of("findOrderByAge()", "its name sorts already"),
                List.of("countByAgeOrderByAge(", "only find"),
                List.of("countByAge(int)", "long or int"),
                List.of("deleteByAge(", "conditions only"),
                List.of("searchByAge(", "does not begin with find"));
    }

    interface Results extends DataRepository<Buyer, Long> {
        @Find
        List<Summary> fits();

        @Find
        List<Wrong> unknownComponent();

        @Find
        List<WrongType> wrongComponent();

        @Find
        @Lock
        List<Summary> lockedRecords();

        @Find
        @Lock
        @Load(value = "purchases", strategy = LoadStrategy.SUBQUERY)
        List<Buyer> lockedWithOthers();

        @Lock
        long countByAge(int age);

        @Find
        List<Buyer> twoOrders(Order<Buyer> first, Order<Buyer> second);

        Buyer get(String id);

        boolean remove(Buyer buyer);

        void merge(String text);
    }

    interface WithoutEntity {
        @Query("where age = 1")
        List<Summary> whose();

        @Query("select count(this) from Buyer")
        long count();
    }

    @Test
    void everyFaultOfAResultIsTold() {
        assertFaults(
                Results.class,
                List.of("unknownComponent()", "Wrong.name is no single value of Buyer"),
                List.of("wrongComponent()", "Buyer.age is a int, not a String"),
                List.of("lockedRecords()", "@Lock locks the rows of entities"),
                List.of("lockedWithOthers()", "JOINED or SUBQUERY"),
                List.of("countByAge(", "@Lock has no effect"),
                List.of("twoOrders(", "one Order"),
                List.of("get(String)", "the id of Buyer is a Long"),
                List.of("remove(Buyer)", "'remove' returns nothing"),
                List.of("merge(String)", "'merge' takes exactly one parameter"));
        assertFaults(WithoutEntity.class, List.of("whose()", "does not say which entity"));
    }

    @SafeVarargs
    private void assertFaults(Class<?> repository, List<String>... expected) {
        RepositoryDefinitionException refused =
                catchThrowableOfType(RepositoryDefinitionException.class, () -> persistence.repository(repository));
        assertThat(refused).as(repository.getSimpleName()).isNotNull();
        for (List<String> parts : expected) {
            assertThat(refused.faults())
                    .satisfiesOnlyOnce(fault -> assertThat(fault).contains(parts.toArray(String[]::new)));
        }
        assertThat(refused.faults()).hasSize(expected.length);
    }
}
