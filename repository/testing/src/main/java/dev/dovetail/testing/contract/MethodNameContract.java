package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The extension "Query by Method Name" of Jakarta Data, section by section. */
public interface MethodNameContract extends Shelf {

    @Test
    default void actionsFindDeleteCountAndTellWhetherThereIsOne() {
        shelve();
        assertThat(names().findBookByTitle("alpha")).isPresent();
        assertThat(names().count()).isEqualTo(4);
        assertThat(names().countBySoldAndPagesLessThan(true, 100)).isEqualTo(1);
        assertThat(names().exists()).isTrue();
        assertThat(names().existsByTitleStartsWithOrIsbn("Be", "none")).isTrue();
        assertThat(names().existsByTitleStartsWithOrIsbn("be", null)).isFalse();
        assertThat(names().deleteByPagesLessThanOrTitle(8, "alpha")).isEqualTo(2);
        assertTitles(names().findOrderByTitle(), "Beta%", "Gamma_x");
        names().deleteAll();
        assertThat(names().exists()).isFalse();
    }

    @Test
    default void andBindsMoreThanOr() {
        shelve();
        assertTitles(names().findByTitleAndSoldOrPagesOrderByTitle("alpha", false, 7), "Delta");
        assertTitles(names().findByTitleAndSoldOrPagesOrderByTitle("alpha", true, null), "Gamma_x", "alpha");
        assertTitles(names().findByTitleAndPages("alpha", 100), "alpha");
        assertThat(names().findByTitleAndPages("alpha", null)).isEmpty();
    }

    @Test
    default void notNegatesTheConditionBehindIt() {
        shelve();
        assertTitles(names().findByPagesNotOrderByTitle(100), "Beta%", "Delta");
        assertTitles(names().findByPagesNotOrderByTitle(null), "Beta%", "Delta", "alpha");
        assertTitles(names().findByTitleNotLikeOrderByTitle("%a%"));
        assertTitles(names().findByPagesNotBetweenOrderByTitle(8, 150), "Beta%", "Delta");
        assertTitles(names().findByTitleNotInOrderByTitle(Set.of("alpha", "Delta")), "Beta%", "Gamma_x");
    }

    @Test
    default void aLimitMayHaveMoreDigitsThanTheColumn() {
        shelve();
        BigDecimal limit = new BigDecimal("0.005");
        assertThat(names().findByPriceGreaterThanOrderByTitle(limit))
                .isNotEmpty()
                .hasSameSizeAs(names().findByPriceGreaterThanEqualOrderByTitle(limit));
    }

    @Test
    default void firstLimitsTheResults() {
        shelve();
        assertThat(names().findFirstByPagesGreaterThanOrderByPagesDesc(0).getTitle())
                .isEqualTo("Beta%");
        assertThatThrownBy(() -> names().findFirstByPagesGreaterThanOrderByPagesDesc(1000))
                .isInstanceOf(EmptyResultException.class);
        assertTitles(names().findFirst2OrderByPagesDescTitleAsc(), "Gamma_x", "Beta%");
    }

    @Test
    default void comparisonsTakeTheirLimits() {
        shelve();
        LocalDate day = LocalDate.of(2020, 1, 1);
        assertTitles(names().findByPublishedBetweenOrderByPublished(day.minusDays(1), day), "Delta", "alpha");
        assertTitles(names().findByPagesLessThanOrderByTitle(100), "Delta");
        assertTitles(names().findByPagesLessThanEqualOrderByTitle(100), "Delta", "alpha");
        assertTitles(names().findByPriceGreaterThanOrderByTitle(new BigDecimal("10")), "Beta%");
        assertTitles(names().findByPriceGreaterThanEqualOrderByTitle(new BigDecimal("10")), "Beta%", "alpha");
    }

    @Test
    default void textsMatchByTheirPartsAndPatterns() {
        shelve();
        assertTitles(names().findByTitleContainsOrderByTitle("et"), "Beta%");
        assertTitles(names().findByTitleContainsOrderByTitle("e_t"), "Delta");
        assertTitles(names().findByTitleEndsWithOrderByTitle("ta"), "Delta");
        assertTitles(names().findByTitleStartsWithOrderByTitle("D"), "Delta");
        assertTitles(names().findByTitleStartsWithOrderByTitle("d"));
        assertTitles(names().findByTitleLikeOrderByTitle("_eta%"), "Beta%");
    }

    @Test
    default void ignoreCaseComparesWithoutRegardToCase() {
        shelve();
        assertTitles(names().findByTitleIgnoreCase("ALPHA"), "alpha");
        assertTitles(names().findByTitleIgnoreCaseLikeOrderByTitle("%TA%"), "Beta%", "Delta");
    }

    @Test
    default void valuesAreLookedForInSets() {
        shelve();
        assertTitles(names().findByPagesInOrderByTitle(Set.of(7, 200, 1000)), "Beta%", "Delta");
        assertThat(names().findByPagesInOrderByTitle(Set.of())).isEmpty();
        Set<Long> ids = Set.of(id("alpha"), id("delta"));
        assertTitles(names().findByIdInOrderById(ids), "alpha", "Delta");
    }

    @Test
    default void nullTrueAndFalseTakeNoParameter() {
        shelve();
        assertTitles(names().findByPagesNull(), "Gamma_x");
        assertTitles(names().findByPagesNotNullOrderByPages(), "Delta", "alpha", "Beta%");
        assertTitles(names().findBySoldTrueOrderByTitle(), "Delta", "alpha");
        assertTitles(names().findBySoldFalseOrderByTitle(), "Beta%", "Gamma_x");
    }

    @Test
    default void namesOfAttributesMayBeCompound() {
        shelve();
        assertTitles(names().findByAuthor(authors().named("Bob")), "Delta");
        assertTitles(names().findByAuthorNameOrderByAuthorNameAscTitleDesc("Ann"), "alpha", "Gamma_x", "Beta%");
        assertTitles(names().findByAuthor_address_cityOrderByTitle("Wien"), "Beta%", "Gamma_x", "alpha");
        assertTitles(names().findByAuthorAddressCityNull(), "Delta");
    }

    @Test
    default void orderIsThatOfTheNameThenThatOfTheCaller() {
        shelve();
        assertTitles(names().findBooksBySoldOrderByTitleDesc(true), "alpha", "Delta");
        assertTitles(names().findByPagesGreaterThanOrderBySold(0, Sort.desc("pages")), "Beta%", "alpha", "Delta");
        assertTitles(names().findByGenreNotNull(Limit.of(2)), "Beta%", "Delta");
    }

    @Test
    default void resultsHaveAllForms() {
        shelve();
        assertThat(names().findByGenreOrderByTitle(Genre.ESSAY)).hasSize(1);
        Page<Book> page = names().findByTitleNotOrderByTitle("alpha", PageRequest.ofSize(2));
        assertTitles(page.content(), "Beta%", "Delta");
        assertThat(page.totalElements()).isEqualTo(3);
        CursoredPage<Book> first = names().findByTitleContainsOrderByPagesAscIdAsc("a", PageRequest.ofSize(3));
        assertTitles(first.content(), "Delta", "alpha", "Beta%");
        assertTitles(
                names().findByTitleContainsOrderByPagesAscIdAsc("a", first.nextPageRequest())
                        .content(),
                "Gamma_x");
        assertTitles(
                names().findByTitleContains("lt", PageRequest.ofSize(3), Order.by(Sort.asc("id")))
                        .content(),
                "Delta");
        assertThat(names().findByPagesGreaterThanOrderByTitle(150)).containsExactly(new BookSummary("Beta%", 200));
    }

    private Long id(String isbn) {
        return Library.id(books().byIsbn(isbn).orElseThrow());
    }

    private static void assertTitles(List<Book> found, String... titles) {
        assertThat(found).extracting(Book::getTitle).containsExactly(titles);
    }
}
