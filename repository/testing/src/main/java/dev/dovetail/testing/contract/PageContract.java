package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dovetail.core.statement.Statements;
import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Parts of results. */
public interface PageContract extends Library {

    @Test
    default void aLimitTakesTheFirstOrARange() {
        insertNumbered(5);
        assertThat(authors().list(Limit.of(2))).extracting(Author::getName).containsExactly("1", "2");
        assertThat(authors().list(Limit.range(2, 4)))
                .extracting(Author::getName)
                .containsExactly("2", "3", "4");
        assertThat(authors().list(Limit.range(6, 9))).isEmpty();
        assertThat(authors().list(Limit.of(100))).hasSize(5);
    }

    @Test
    default void aPageKnowsItsPlaceAndTheTotals() {
        insertNumbered(5);
        Page<Author> second = authors().page(PageRequest.ofPage(2, 2, true));
        assertThat(second.content()).extracting(Author::getName).containsExactly("3", "4");
        assertThat(second.totalElements()).isEqualTo(5);
        assertThat(second.totalPages()).isEqualTo(3);
        assertThat(second.hasNext()).isTrue();
        assertThat(second.hasPrevious()).isTrue();
        assertThat(second.numberOfElements()).isEqualTo(2);
        Page<Author> third = authors().page(second.nextPageRequest());
        assertThat(third.content()).extracting(Author::getName).containsExactly("5");
        assertThat(third.totalElements()).isEqualTo(5);
        assertThat(third.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(third::nextPageRequest);
    }

    @Test
    default void aPageBeyondTheEndIsEmptyAndKnowsTheTotals() {
        insertNumbered(3);
        Page<Author> page = authors().page(PageRequest.ofPage(9, 2, true));
        assertThat(page.hasContent()).isFalse();
        assertThat(page.totalElements()).isEqualTo(3);
        assertThat(authors().page(PageRequest.ofPage(2, 3, true)).totalElements())
                .isEqualTo(3);
    }

    @Test
    default void aPageOfNothingHasATotalOfZero() {
        Page<Author> page = authors().page(PageRequest.ofSize(10));
        assertThat(page).isEmpty();
        assertThat(page.totalElements()).isZero();
        assertThat(page.hasNext()).isFalse();
        assertThat(page.hasPrevious()).isFalse();
    }

    @Test
    default void aPageWithoutTotalDoesNotCount() {
        insertNumbered(4);
        PageRequest request = PageRequest.ofPage(1, 2, true).withoutTotal();
        List<Page<Author>> pages = new ArrayList<>();
        int statements =
                Statements.during(() -> pages.add(authors().page(request))).count();
        assertThat(statements).isEqualTo(sendsStatements() ? 1 : 0);
        assertThat(pages.get(0).hasTotals()).isFalse();
        assertThat(pages.get(0).hasNext()).isTrue();
        assertThatIllegalStateException().isThrownBy(pages.get(0)::totalElements);
    }

    @Test
    default void allPagesTogetherAreAllResults() {
        insertNumbered(7);
        List<String> names = new ArrayList<>();
        PageRequest request = PageRequest.ofSize(3);
        Page<Author> page = authors().findAll(request, Order.by(Sort.desc("id")));
        page.forEach(author -> names.add(author.getName()));
        while (page.hasNext()) {
            page = authors().findAll(page.nextPageRequest(), Order.by(Sort.desc("id")));
            page.forEach(author -> names.add(author.getName()));
        }
        assertThat(names).containsExactly("7", "6", "5", "4", "3", "2", "1");
    }

    @Test
    default void aStreamHoldsThePageThatWasAskedFor() {
        insertNumbered(5);
        assertThat(authors().stream(PageRequest.ofPage(2, 2, false)))
                .extracting(Author::getName)
                .containsExactly("3", "4");
    }

    private void insertNumbered(int count) {
        List<Author> numbered = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            numbered.add(new Author(String.valueOf(i)));
        }
        authors().insertAll(numbered);
    }
}
