package dev.dovetail.repository.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.repository.Load;
import dev.dovetail.repository.LoadStrategy;
import dev.dovetail.repository.RepositoryDefinitionException;
import dev.dovetail.repository.memory.InMemoryPersistence;
import dev.dovetail.repository.proxy.Shop.Buyer;
import dev.dovetail.repository.proxy.Shop.Purchase;
import dev.dovetail.repository.proxy.Shop.Stranger;
import jakarta.data.Limit;
import jakarta.data.exceptions.MappingException;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Save;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepositoryFaultsTest {

    private final InMemoryPersistence persistence = InMemoryPersistence.of(Buyer.class, Purchase.class);

    interface ManyFaults extends CrudRepository<Buyer, Long> {
        @Find
        Optional<Buyer> byEmial(String emial);

        @Find
        List<Buyer> byAge(String age);

        @Find
        List<Buyer> byPurchases(List<Purchase> purchases);

        @Find
        @OrderBy("place")
        List<Buyer> ordered();

        @Find
        @Load({"place", "orders"})
        List<Buyer> loaded();

        @Find
        @Load("purchases")
        @Load(value = "purchases", strategy = LoadStrategy.JOINED)
        List<Buyer> joined();

        @Find
        Page<Buyer> paged();

        @Find
        List<Buyer> limitedTwice(Limit limit, PageRequest page);

        @Find
        Optional<Buyer> oneOf(Limit limit);

        @Find
        CursoredPage<Buyer> cursored(PageRequest page);

        @Find
        Set<String> emails();

        @Query("where agee > 18")
        List<Buyer> adults();

        List<Buyer> findByAgeGreaterThan(String age);

        @Insert
        boolean insertWith(Buyer buyer);

        @Insert
        Stranger insertStranger(Stranger stranger);

        @Save
        @Delete
        void both(Buyer buyer);

        @Delete
        boolean deleteByAge(@By("age") int age);

        @Delete
        void deleteSome(@By("age") int age, Limit limit);

        @Load("purchases")
        void loadNothing();

        int existsByEmail(String email);
    }

    @Test
    void allFaultsAreListedAtOnceWithMethodPositionAndSuggestion() {
        RepositoryDefinitionException refused = catchThrowableOfType(
                RepositoryDefinitionException.class, () -> persistence.repository(ManyFaults.class));
        assertThat(refused).isInstanceOf(MappingException.class);
        assertThat(refused.code().id()).isEqualTo("DVT-602");
        assertThat(refused.faults())
                .satisfiesOnlyOnce(fault -> assertThat(fault)
                        .isEqualTo("byEmial(String), parameter 1 'emial': Buyer has no attribute 'emial'; did you mean"
                                + " 'email'? Buyer has age, email, id, place, purchases"))
                .satisfiesOnlyOnce(fault -> assertThat(fault)
                        .isEqualTo("byAge(String), parameter 1 'age': Buyer.age is a int, not a String; change the"
                                + " parameter's type to int"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("byPurchases(List)", "is a collection"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("ordered()", "nothing that can be sorted by"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("loaded()", "\"place\"", "no association"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("loaded()", "\"orders\"", "no such path"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("paged()", "PageRequest"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("limitedTwice(", "not more"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("oneOf(Limit)", "make no sense"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("cursored(", "needs an order"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("emails()", "String is no entity"))
                .satisfiesOnlyOnce(fault -> assertThat(fault)
                        .isEqualTo("adults(): Buyer has no attribute 'agee'\n"
                                + "        where agee > 18\n"
                                + "              ^\n"
                                + "       ; did you mean 'age'? Buyer has age, email, id, place, purchases"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("findByAgeGreaterThan(String)", "not a String"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("insertWith(Buyer)", "return what it takes"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("insertStranger(", "@Insert takes"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("both(Buyer)", "exclude each other"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("deleteByAge(int)", "void, int or long"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("deleteSome(", "parameter 2", "conditions only"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("loadNothing()", "@Load has no effect"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("existsByEmail(String)", "boolean"))
                .satisfiesOnlyOnce(fault -> assertThat(fault).contains("joined()", "JOINED", "SELECTIN"))
                .hasSize(22);
        assertThat(refused).hasMessageContaining("1. ").hasMessageContaining("22. ");
    }

    interface OfAStranger extends CrudRepository<Stranger, Long> {}

    interface WithTheWrongId extends CrudRepository<Buyer, String> {}

    interface WithoutTypes<T> extends DataRepository<T, Long> {}

    @Repository(provider = "Somebody")
    interface OfSomebodyElse extends CrudRepository<Buyer, Long> {}

    interface WithoutEntity {
        long count();

        @Delete
        void deleteAll();
    }

    @Test
    void theInterfaceItselfMustFitToo() {
        assertRefused(OfAStranger.class, "Stranger is not an entity of this persistence");
        assertRefused(WithTheWrongId.class, "the id of Buyer is a Long, not a String; write <Buyer, Long>");
        assertRefused(WithoutTypes.class, "is not an entity");
        assertRefused(OfSomebodyElse.class, "'Somebody'");
        assertRefused(WithoutEntity.class, "count(): it is not known which entity is meant");
        assertRefused(WithoutEntity.class, "deleteAll(): it is not known which entity to delete");
        assertRefused(Buyer.class, "is not an open interface");
    }

    interface PrimaryByLifecycle {
        @Insert
        Purchase insert(Purchase purchase);
    }

    interface AmbiguousDelete extends DataRepository<Purchase, Long> {
        @Delete
        void of(Buyer buyer);
    }

    interface ClearDelete extends DataRepository<Purchase, Long> {
        @Delete
        long of(@By("buyer") Buyer buyer);
    }

    @Test
    void aDeleteThatCouldMeanTwoThingsIsRefused() {
        assertRefused(AmbiguousDelete.class, "write @By(\"buyer\") before it");
        assertThat(persistence.repository(ClearDelete.class)).isNotNull();
        assertThat(persistence.repository(PrimaryByLifecycle.class)).isNotNull();
    }

    private void assertRefused(Class<?> repository, String problem) {
        assertThatExceptionOfType(RepositoryDefinitionException.class)
                .isThrownBy(() -> persistence.repository(repository))
                .withMessageContaining(problem);
    }
}
