package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Cursor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Pages that go on from a row: section 4.9.2 of Jakarta Data. */
public interface CursoredPageContract extends Shelf {

    /** By pages with null as the greatest: Delta, alpha, Beta%, Gamma_x. */
    @Test
    default void pagesGoOnFromTheirLastRowAndBackFromTheirFirst() {
        shelve();
        CursoredPage<Book> first = queries().withCursors("", PageRequest.ofSize(2));
        assertTitles(first, "Delta", "alpha");
        assertThat(first.hasPrevious()).isFalse();
        assertThat(first.totalElements()).isEqualTo(4);
        CursoredPage<Book> second = queries().withCursors("", first.nextPageRequest());
        assertTitles(second, "Beta%", "Gamma_x");
        assertThat(second.hasNext()).isFalse();
        assertThat(second.totalElements()).isEqualTo(4);
        assertThatThrownBy(second::nextPageRequest).isInstanceOf(NoSuchElementException.class);
        CursoredPage<Book> back = queries().withCursors("", second.previousPageRequest());
        assertTitles(back, "Delta", "alpha");
        assertThat(back.hasPrevious()).isFalse();
        assertThat(back.hasNext()).isTrue();
        assertThat(back.pageRequest().page()).isEqualTo(1);
        assertThat(second.cursor(1).get(0)).isNull();
    }

    @Test
    default void nullsAreWalkedOverInBothDirectionsAndOrders() {
        shelve();
        for (Order<Book> order : List.of(
                Order.by(Sort.<Book>asc("pages"), Sort.asc("id")),
                Order.by(Sort.<Book>desc("pages"), Sort.asc("id")),
                Order.by(Sort.<Book>desc("price"), Sort.desc("id")),
                Order.by(Sort.<Book>ascIgnoreCase("title"), Sort.asc("id")),
                Order.by(Sort.<Book>asc("genre"), Sort.asc("author.name"), Sort.asc("id")),
                Order.by(Sort.<Book>desc("author.email"), Sort.asc("author.address.city"), Sort.desc("id")))) {
            List<String> all = titles(queries().findWithCursors(false, PageRequest.ofSize(9), order));
            List<String> forward = new ArrayList<>();
            CursoredPage<Book> page = queries().findWithCursors(false, PageRequest.ofSize(1), order);
            forward.addAll(titles(page));
            while (page.hasNext()) {
                page = queries().findWithCursors(false, page.nextPageRequest(), order);
                forward.addAll(titles(page));
            }
            assertThat(forward).as("forward by %s", order).isEqualTo(all).hasSize(2);
            List<String> backward = new ArrayList<>(titles(page));
            while (page.hasPrevious()) {
                page = queries().findWithCursors(false, page.previousPageRequest(), order);
                backward.addAll(titles(page));
            }
            Collections.reverse(backward);
            assertThat(backward).as("backward by %s", order).isEqualTo(all);
        }
    }

    @Test
    default void rowsThatComeOrGoBeforeTheCursorMoveNothing() {
        shelve();
        CursoredPage<Book> first = queries().withCursors("", PageRequest.ofSize(2));
        queries().deleteShort(8);
        assertTitles(queries().withCursors("", first.nextPageRequest()), "Beta%", "Gamma_x");
        Book early = new Book("Early", authors().named("Bob"));
        early.setPages(1);
        books().insert(early);
        assertTitles(queries().withCursors("", first.nextPageRequest()), "Beta%", "Gamma_x");
    }

    @Test
    default void withoutTotalNothingIsCounted() {
        shelve();
        CursoredPage<Book> page =
                queries().withCursors("", PageRequest.ofSize(3).withoutTotal());
        assertThat(page.hasTotals()).isFalse();
        assertThat(page.hasNext()).isTrue();
        assertThatIllegalStateException().isThrownBy(page::totalElements);
        CursoredPage<Book> last = queries().withCursors("", page.nextPageRequest());
        assertTitles(last, "Gamma_x");
        assertThat(last.hasTotals()).isFalse();
    }

    @Test
    default void aPageMayBeginAtAnyKey() {
        shelve();
        assertTitles(
                queries().withCursors("", PageRequest.ofSize(9).afterCursor(Cursor.forKey(50, 0L))),
                "alpha",
                "Beta%",
                "Gamma_x");
        assertTitles(
                queries().withCursors("", PageRequest.ofSize(9).beforeCursor(Cursor.forKey(150, 0L))),
                "Delta",
                "alpha");
        assertThat(queries().withCursors("", PageRequest.ofPage(2).size(3))).hasSize(1);
    }

    @Test
    default void anEmptyPageLeadsNowhere() {
        CursoredPage<Book> empty = queries().withCursors("", PageRequest.ofSize(3));
        assertThat(empty.hasContent()).isFalse();
        assertThat(empty.hasNext()).isFalse();
        assertThat(empty.hasPrevious()).isFalse();
        assertThat(empty.totalElements()).isZero();
    }

    @Test
    default void aCursorThatDoesNotFitTheOrderIsRefused() {
        PageRequest request = PageRequest.ofSize(3);
        assertThatThrownBy(() -> queries().withCursors("", request.afterCursor(Cursor.forKey(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 attributes");
        assertThatThrownBy(() -> queries().withCursors("", request.afterCursor(Cursor.forKey("x", 1L))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pages is a Integer");
        assertThatThrownBy(() -> queries().findWithCursors(true, request, Order.by()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs an order");
    }

    private static List<String> titles(CursoredPage<Book> page) {
        return page.content().stream()
                .map(book -> String.valueOf(book.getTitle()))
                .toList();
    }

    private static void assertTitles(CursoredPage<Book> page, String... titles) {
        assertThat(page.content()).extracting(Book::getTitle).containsExactly(titles);
    }
}
