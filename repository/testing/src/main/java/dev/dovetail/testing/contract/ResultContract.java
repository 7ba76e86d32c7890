package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Limit;
import jakarta.data.Sort;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.exceptions.NonUniqueResultException;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Cursor;
import org.junit.jupiter.api.Test;

/** What annotated queries return, and their special parameters: sections 4.2 and 4.8 of Jakarta Data. */
public interface ResultContract extends Shelf {

    @Test
    default void aSingleResultIsThereOnceOrRaises() {
        shelve();
        assertThat(queries().maybe("nothing")).isEmpty();
        assertThat(queries().maybe("alpha")).isPresent();
        assertThatThrownBy(() -> queries().authorOf("nothing")).isInstanceOf(EmptyResultException.class);
        assertThatThrownBy(() -> queries().anySold()).isInstanceOf(NonUniqueResultException.class);
        assertThatThrownBy(() -> queries().oddNumber("Gamma_x"))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("oddNumber");
    }

    @Test
    default void severalResultsComeInTheFormThatIsAskedFor() {
        shelve();
        assertThat(queries().authorNames()).containsExactly("Ann", "Bob");
        assertThat(queries().titleStream()).containsExactly("Beta%", "Delta", "Gamma_x", "alpha");
        assertThat(queries().pageNumbers()).containsExactly(7, 100, 200);
    }

    @Test
    default void aLimitAndSortsWorkOnQueries() {
        shelve();
        assertThat(queries().shortest(Limit.of(2))).extracting(Book::getTitle).containsExactly("Delta", "alpha");
        assertThat(queries().shortest(Limit.range(3, 9)))
                .extracting(Book::getTitle)
                .containsExactly("Beta%");
        assertThat(queries().sortedBy(Sort.desc("title")))
                .extracting(Book::getTitle)
                .containsExactly("Gamma_x", "Beta%", "alpha", "Delta");
        assertThat(queries().sortedBy(Sort.ascIgnoreCase("author.name"), Sort.ascIgnoreCase("title")))
                .extracting(Book::getTitle)
                .containsExactly("Beta%", "Gamma_x", "alpha", "Delta");
    }

    @Test
    default void pagesOfQueriesCount() {
        shelve();
        Page<Book> first = queries().longerThan(7, PageRequest.ofSize(1));
        assertThat(first.content()).extracting(Book::getTitle).containsExactly("alpha");
        assertThat(first.totalElements()).isEqualTo(2);
        Page<Book> second = queries().longerThan(7, first.nextPageRequest());
        assertThat(second.content()).extracting(Book::getTitle).containsExactly("Beta%");
        assertThat(queries().titlePage(PageRequest.ofPage(2).size(3)).content()).containsExactly("alpha");
        assertThat(queries().titlePage(PageRequest.ofPage(2).size(3)).totalElements())
                .isEqualTo(4);
    }

    @Test
    default void aCursorIsNotForPagesByNumber() {
        PageRequest request = PageRequest.ofSize(2).afterCursor(Cursor.forKey("alpha"));
        assertThatThrownBy(() -> queries().titlePage(request)).isInstanceOf(IllegalArgumentException.class);
    }
}
