package dev.dovetail.testing.contract;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Books, found by the names of methods. */
@Repository
public interface BookNames extends DataRepository<Book, Long> {

    /** Equality. */
    Optional<Book> findBookByTitle(String title);

    /** All, sorted. */
    List<Book> findOrderByTitle();

    /** Ignored text. */
    List<Book> findBooksBySoldOrderByTitleDesc(boolean sold);

    /** And. */
    List<Book> findByTitleAndPages(String title, @Nullable Integer pages);

    /** Or, after and. */
    List<Book> findByTitleAndSoldOrPagesOrderByTitle(String title, boolean sold, @Nullable Integer pages);

    /** Not. */
    List<Book> findByPagesNotOrderByTitle(@Nullable Integer pages);

    /** Not with an operator. */
    List<Book> findByTitleNotLikeOrderByTitle(String pattern);

    /** A limit of one. */
    Book findFirstByPagesGreaterThanOrderByPagesDesc(int pages);

    /** A limit. */
    List<Book> findFirst2OrderByPagesDescTitleAsc();

    /** Between. */
    List<Book> findByPublishedBetweenOrderByPublished(LocalDate from, LocalDate until);

    /** Outside. */
    List<Book> findByPagesNotBetweenOrderByTitle(int from, int until);

    /** A part of the text, which may be a pattern. */
    List<Book> findByTitleContainsOrderByTitle(String part);

    /** The end. */
    List<Book> findByTitleEndsWithOrderByTitle(String end);

    /** The beginning. */
    List<Book> findByTitleStartsWithOrderByTitle(String begin);

    /** Less. */
    List<Book> findByPagesLessThanOrderByTitle(int pages);

    /** Less or equal. */
    List<Book> findByPagesLessThanEqualOrderByTitle(int pages);

    /** Greater. */
    List<Book> findByPriceGreaterThanOrderByTitle(BigDecimal price);

    /** Greater or equal. */
    List<Book> findByPriceGreaterThanEqualOrderByTitle(BigDecimal price);

    /** A pattern. */
    List<Book> findByTitleLikeOrderByTitle(String pattern);

    /** Without regard to case. */
    List<Book> findByTitleIgnoreCase(String title);

    /** Without regard to case, with an operator. */
    List<Book> findByTitleIgnoreCaseLikeOrderByTitle(String pattern);

    /** In a set. */
    List<Book> findByPagesInOrderByTitle(Set<Integer> pages);

    /** Not in a set. */
    List<Book> findByTitleNotInOrderByTitle(Set<String> titles);

    /** Null. */
    List<Book> findByPagesNull();

    /** Not null. */
    List<Book> findByPagesNotNullOrderByPages();

    /** True. */
    List<Book> findBySoldTrueOrderByTitle();

    /** False. */
    List<Book> findBySoldFalseOrderByTitle();

    /** Another entity. */
    List<Book> findByAuthor(Author author);

    /** An attribute of another entity, without a delimiter. */
    List<Book> findByAuthorNameOrderByAuthorNameAscTitleDesc(String name);

    /** With delimiters. */
    List<Book> findByAuthor_address_cityOrderByTitle(String city);

    /** Without, through an embedded value. */
    List<Book> findByAuthorAddressCityNull();

    /** A set of ids. */
    List<Book> findByIdInOrderById(Set<Long> ids);

    /** Sorted by the caller behind what the name says. */
    List<Book> findByPagesGreaterThanOrderBySold(int pages, Sort<?>... sorts);

    /** Sorted by an annotation. */
    @OrderBy("title")
    List<Book> findByGenreNotNull(Limit limit);

    /** A stream. */
    Stream<Book> findByGenreOrderByTitle(Genre genre);

    /** A page. */
    Page<Book> findByTitleNotOrderByTitle(String title, PageRequest page);

    /** A page with cursors. */
    CursoredPage<Book> findByTitleContainsOrderByPagesAscIdAsc(String part, PageRequest page);

    /** A page with cursors, sorted by the caller. */
    CursoredPage<Book> findByTitleContains(String part, PageRequest page, Order<Book> order);

    /** Records. */
    List<BookSummary> findByPagesGreaterThanOrderByTitle(int pages);

    /** The number of all. */
    long count();

    /** The number of some. */
    long countBySoldAndPagesLessThan(boolean sold, int pages);

    /** Whether there is any. */
    boolean exists();

    /** Whether there is one. */
    boolean existsByTitleStartsWithOrIsbn(String begin, @Nullable String isbn);

    /** Deletes some. */
    long deleteByPagesLessThanOrTitle(int pages, String title);

    /** Deletes all. */
    void deleteAll();
}
