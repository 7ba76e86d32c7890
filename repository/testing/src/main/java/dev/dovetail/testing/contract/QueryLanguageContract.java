package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.ValueTooLongException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The query language, section by section of chapter 5 of Jakarta Data. */
public interface QueryLanguageContract extends Shelf {

    @Test
    default void literalsHaveTheirJavaTypes() {
        shelve();
        assertTitles(queries().byLiterals(), "alpha");
        books().insert(new Book("Furry's theorem", authors().named("Bob")));
        assertTitles(queries().byQuotedTitle(), "Furry's theorem");
    }

    @Test
    default void enumConstantsAreNamedInFullOrInShort() {
        shelve();
        assertTitles(queries().novelsAndEssays(), "Beta%", "alpha");
    }

    @Test
    default void parametersAreMatchedByNameOrPosition() {
        shelve();
        assertTitles(queries().like("%a"), "Delta", "alpha");
        assertTitles(queries().ofAuthor("Bob"), "Delta");
        assertTitles(queries().byOrdinals("alpha", 7), "Delta", "alpha");
        assertTitles(queries().of(authors().named("Bob")), "Delta");
    }

    @Test
    default void aPathThatEndsEarlyIsNull() {
        shelve();
        assertTitles(queries().writtenIn("Wien"), "Beta%", "Gamma_x", "alpha");
        assertTitles(queries().writtenNowhere(), "Delta");
        assertTitles(queries().byBiographyOrSeven("born"), "Delta");
    }

    @Test
    default void specialValuesAreTheCurrentDateAndTime() {
        shelve();
        assertTitles(queries().publishedUntil(LocalDate.of(2020, 1, 1)), "Delta", "alpha");
        assertThat(queries().publishedInTheFuture()).isEmpty();
    }

    @Test
    default void functionsWorkOnTextsAndNumbers() {
        shelve();
        assertTitles(queries().byTextFunctions("alpha"), "alpha");
        assertTitles(queries().byAbsoluteValue(), "Beta%", "alpha");
    }

    @Test
    default void operatorsHaveThePrecedenceAndTypesOfJava() {
        shelve();
        assertTitles(queries().byArithmetic(), "Delta");
        assertTitles(queries().byQuotient(), "Delta");
        assertTitles(queries().dividedBy(150), "Beta%");
        assertThat(queries().dividedBy(0)).isEmpty();
        assertTitles(queries().promoted(new BigDecimal("10.50")), "Beta%", "alpha");
    }

    @Test
    default void whatIsComputedFromNullIsNull() {
        shelve();
        assertTitles(queries().withPages(), "Beta%", "Delta", "alpha");
    }

    @Test
    default void idAndVersionHaveNamesOfTheirOwn() {
        shelve();
        Long id = Library.id(books().byIsbn("delta").orElseThrow());
        assertThat(queries().byId(id)).get().extracting(Book::getTitle).isEqualTo("Delta");
        assertThat(queries().byId(-1L)).isEmpty();
    }

    @Test
    default void nullIsAskedForWithIs() {
        shelve();
        assertTitles(queries().withoutPages(), "Gamma_x");
    }

    @Test
    default void inFindsTheSameValues() {
        shelve();
        assertTitles(queries().novelsOrPoetry("Delta"), "Delta", "alpha");
        assertTitles(queries().withOtherPages(), "Delta");
        assertTitles(queries().titled(List.of("alpha", "DELTA", "Gamma_x")), "Gamma_x", "alpha");
        assertThat(queries().titled(List.of())).isEmpty();
        assertTitles(queries().withPagesOtherThan(Set.of(7, 9)), "Beta%", "alpha");
        assertTitles(queries().withPagesOtherThan(Set.of()), "Beta%", "Delta", "alpha");
    }

    @Test
    default void betweenIncludesItsLimits() {
        shelve();
        assertTitles(queries().withPagesBetween(7, 100), "Delta", "alpha");
        assertThat(queries().withPagesBetween(100, 7)).isEmpty();
        assertTitles(queries().withPagesOutside(), "Beta%", "Delta");
    }

    @Test
    default void likeMindsTheCaseAndItsEscapeCharacter() {
        shelve();
        assertTitles(queries().like("%A"));
        assertTitles(queries().like("_elta"), "Delta");
        assertTitles(queries().like("%a%"), "Beta%", "Delta", "Gamma_x", "alpha");
        assertTitles(queries().like("*[a-z]*"));
        assertTitles(queries().like("\\%"));
        assertTitles(queries().withWildcardsInTheTitle(), "Beta%", "Gamma_x");
        assertTitles(queries().withIsbnNotLike(), "Beta%", "Gamma_x");
    }

    @Test
    default void comparisonsAreThoseOfTheTypes() {
        shelve();
        assertTitles(queries().compared(), "Beta%", "Delta");
        assertTitles(queries().titledBetween(), "Delta", "Gamma_x");
    }

    @Test
    default void notBindsMoreThanAndAndAndMoreThanOr() {
        shelve();
        assertTitles(queries().sold(), "Delta", "alpha");
        assertTitles(queries().parenthesised(), "Delta");
        assertTitles(queries().optionallyTitled(null), "Beta%", "Delta", "Gamma_x", "alpha");
        assertTitles(queries().optionallyTitled("alpha"), "alpha");
    }

    @Test
    default void fromMayNameTheEntity() {
        shelve();
        assertTitles(queries().fromBook(), "alpha", "Delta", "Beta%");
    }

    @Test
    default void selectReturnsValues() {
        shelve();
        assertThat(queries().titles()).containsExactly("Beta%", "Delta", "alpha");
        assertThat(queries().pages()).containsExactly(200, 7, null, 100);
        assertThat(queries().authorOf("Delta")).isEqualTo("Bob");
        assertThat(queries().oddNumber("Delta")).isEqualTo(15);
        assertThat(queries().countSold(true)).isEqualTo(2);
    }

    @Test
    default void selectedValuesBecomeRecords() {
        shelve();
        BookSummary[] expected = {
            new BookSummary("Beta%", 200),
            new BookSummary("Delta", 7),
            new BookSummary("Gamma_x", null),
            new BookSummary("alpha", 100)
        };
        assertThat(queries().summaries()).containsExactly(expected);
        assertThat(queries().summariesFound()).containsExactly(expected);
    }

    @Test
    default void orderSortsWithNullAsTheGreatest() {
        shelve();
        assertTitles(queries().sorted(), "alpha", "Delta", "Gamma_x", "Beta%");
    }

    private static void assertTitles(List<Book> found, String... titles) {
        assertThat(found).extracting(Book::getTitle).containsExactly(titles);
    }

    @Test
    default void aTextThatNoRowCanHoldIsRefusedAlsoWhereNoneMatches() {
        assertThatExceptionOfType(ValueTooLongException.class)
                .isThrownBy(() -> queries().isbnsOf("x".repeat(21)))
                .withMessageContaining("21 characters")
                .withMessageContaining("takes 20");
        queries().isbnsOf("😀".repeat(20));
    }
}
