package dev.dovetail.testing.contract;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Param;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Books, found in the query language of Jakarta Data. */
@Repository
public interface BookQueries extends DataRepository<Book, Long> {

    // 5.4 Expressions

    /** Every kind of literal. */
    @Query("where pages = 100 and price > 9.5 and title = 'alpha' and sold = true and pages < 1_000L and price < 1e4")
    List<Book> byLiterals();

    /** A quote within a text. */
    @Query("where title = 'Furry''s theorem'")
    List<Book> byQuotedTitle();

    /** An enum constant by its full name, and one by its own. */
    @Query("where genre = dev.dovetail.testing.contract.Genre.NOVEL or genre = Genre.ESSAY order by title")
    List<Book> novelsAndEssays();

    /** A named parameter. */
    @Query("where title like :pattern order by title")
    List<Book> like(String pattern);

    /** A named parameter with a name given. */
    @Query("where author.name = :who order by title")
    List<Book> ofAuthor(@Param("who") String name);

    /** Ordinal parameters, one of them twice. */
    @Query("where title = ?1 or isbn = ?1 or pages = ?2 order by title")
    List<Book> byOrdinals(String text, int pages);

    /** The other entity itself. */
    @Query("where author = :author order by title")
    List<Book> of(Author author);

    /** A part of an embedded value of another entity. */
    @Query("where author.address.city = :city order by title")
    List<Book> writtenIn(String city);

    /** A path that ends early is null. */
    @Query("where author.address.city is null order by title")
    List<Book> writtenNowhere();

    /** A path that ends early matches nothing, but hides nothing in an alternative. */
    @Query("where author.biography.text = :text or pages = 7")
    List<Book> byBiographyOrSeven(String text);

    /** Dates and times. */
    @Query("where published < local date and published <= :day order by title")
    List<Book> publishedUntil(LocalDate day);

    /** After what is now. */
    @Query("where published > local date")
    List<Book> publishedInTheFuture();

    /** Functions of texts. */
    @Query("where upper(title) = 'ALPHA' and lower(title) = :title and length(title) = 5"
            + " and left(title, 2) = 'al' and right(title, 3) = 'pha' and left(title, 99) = title"
            + " and right(title, 99) = title and left(title, 0) = right(title, 0) and title || '!' = 'alpha!'")
    List<Book> byTextFunctions(String title);

    /** The absolute value, and the sign. */
    @Query("where abs(pages - 150) = 50 and -pages < 0 and +pages > 0 order by title")
    List<Book> byAbsoluteValue();

    /** Precedence. */
    @Query("where pages = 2 * -3 + 13 and pages = (2 - 3) * -7 and 'a' || 'b' || title = 'abDelta'")
    List<Book> byArithmetic();

    /** What is no whole number is cut, as in Java. */
    @Query("where pages / 2 = 3 and -pages / 2 = -3 and pages / 2.0 > 3.4")
    List<Book> byQuotient();

    /** By zero is nothing. */
    @Query("where pages / :divisor > 0")
    List<Book> dividedBy(int divisor);

    /** Types are promoted. */
    @Query("where price * 2 > :limit and pages + 0.5 > 7.4 and pages * 10000000000L > 1 order by title")
    List<Book> promoted(BigDecimal limit);

    /** What is null makes everything null. */
    @Query("where pages + 1 > 0 or length(isbn || title) < 0 or abs(pages) < 0 order by title")
    List<Book> withPages();

    /** The id and the version. */
    @Query("where id(this) = :id and version(this) = 0")
    Optional<Book> byId(Long id);

    // 5.5 Conditions

    /** Null or not. */
    @Query("where pages is null and genre is null and author is not null and not title is null")
    List<Book> withoutPages();

    /** In a list. */
    @Query("where genre in (Genre.NOVEL, Genre.POETRY) and title in ('alpha', :title) order by title")
    List<Book> novelsOrPoetry(String title);

    /** Not in a list: never what is null. */
    @Query("where pages not in (100, 200)")
    List<Book> withOtherPages();

    /** In a collection. */
    @Query("where title in :titles order by title")
    List<Book> titled(Collection<String> titles);

    /** Not in a collection. */
    @Query("where pages not in :pages order by title")
    List<Book> withPagesOtherThan(Set<Integer> pages);

    /** Between, the limits included. */
    @Query("where pages between :low and :high order by title")
    List<Book> withPagesBetween(int low, int high);

    /** Outside. */
    @Query("where pages not between 8 and 150 order by title")
    List<Book> withPagesOutside();

    /** Like with an escape character. */
    @Query("where title like '%!%' escape '!' or title like '%!_x' escape '!' order by title")
    List<Book> withWildcardsInTheTitle();

    /** Not like: never what is null. */
    @Query("where isbn not like '%a' order by title")
    List<Book> withIsbnNotLike();

    /** Every comparison. */
    @Query("where pages <> 100 and pages >= 7 and pages <= 200 and not pages < 7 and not pages > 200 order by title")
    List<Book> compared();

    /** Texts in the order of their characters. */
    @Query("where title < 'a' and title >= 'Delta' order by title")
    List<Book> titledBetween();

    /** And binds more than or, not more than and. */
    @Query("where sold = true or sold = false and not pages = 200 and pages = 200 order by title")
    List<Book> sold();

    /** Parentheses. */
    @Query("where (sold = true or sold = false) and not (pages = 200 or (pages) = (50 + 50)) order by title")
    List<Book> parenthesised();

    /** A parameter that switches a condition off. */
    @Query("where (:title is null or title = :title) order by title")
    List<Book> optionallyTitled(@Nullable String title);

    // 5.6 Clauses

    /** Everything, from a named entity, with a name for it. */
    @Query("from Book b where b.pages > 0 order by b.title desc")
    List<Book> fromBook();

    /** A single value of each. */
    @Query("select title where pages is not null order by title asc")
    List<String> titles();

    /** A single value, null included. */
    @Query("select pages order by title")
    List<@Nullable Integer> pages();

    /** Of another entity. */
    @Query("select author.name where title = :title")
    String authorOf(String title);

    /** What is computed. */
    @Query("select pages * 2 + 1 where title = :title")
    int oddNumber(String title);

    /** A record. */
    @Query("select title, pages from Book order by title")
    List<BookSummary> summaries();

    /** Records by the names of their components. */
    @Find
    @OrderBy("title")
    List<BookSummary> summariesFound();

    /** The number of rows. */
    @Query("select count(this) where sold = :sold")
    long countSold(boolean sold);

    /** Sorted by several, null greatest. */
    @Query("order by sold desc, pages desc")
    List<Book> sorted();

    // 5.7 Statements

    /** Changes rows. */
    @Query("update Book set price = price * 2, pages = pages + 1, genre = Genre.POETRY where pages >= :pages")
    int doublePrices(int pages);

    /** Gives rows this price. */
    @Query("update Book set price = :price where pages >= :pages")
    int reprice(BigDecimal price, int pages);

    /** Counts rows. */
    @Query("select count(this) where price between :least and :most")
    long pricedBetween(@Nullable BigDecimal least, BigDecimal most);

    /** Sets null. */
    @Query("update Book set published = null, isbn = :isbn || title where author.name = :author")
    long unpublish(String isbn, String author);

    /** Gives all the same number. */
    @Query("update Book set isbn = ?1")
    void isbnsOf(String isbn);

    /** Deletes rows. */
    @Query("delete from Book where pages < :pages")
    long deleteShort(int pages);

    /** Deletes all. */
    @Query("delete from Book")
    void deleteAll();

    // 4.x Results, special parameters and pages

    /** At most one. */
    @Query("where title = :title")
    Optional<Book> maybe(String title);

    /** Exactly one of several. */
    @Query("where sold = true")
    Book anySold();

    /** A set, in order. */
    @Query("select author.name order by title")
    Set<String> authorNames();

    /** A stream. */
    @Query("select title order by title")
    Stream<String> titleStream();

    /** An array of primitives. */
    @Query("select pages where pages is not null order by pages")
    int[] pageNumbers();

    /** The first ones. */
    @Query("where pages is not null")
    @OrderBy("pages")
    List<Book> shortest(Limit limit);

    /** Sorted by an annotation and then by the caller. */
    @Query("where title <> ''")
    @OrderBy("sold")
    Book[] sortedBy(Sort<?>... sorts);

    /** A page. */
    @Query("where pages > :pages order by pages")
    Page<Book> longerThan(int pages, PageRequest page);

    /** A page of values. */
    @Query("select title order by title")
    Page<String> titlePage(PageRequest page);

    /** A page with cursors. */
    @Query("where title <> :title")
    @OrderBy("pages")
    @OrderBy("id")
    CursoredPage<Book> withCursors(String title, PageRequest page);

    /** A page with cursors, sorted by the caller. */
    @Find
    CursoredPage<Book> findWithCursors(boolean sold, PageRequest page, Order<Book> order);
}
