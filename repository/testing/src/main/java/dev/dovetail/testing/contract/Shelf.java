package dev.dovetail.testing.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Four books of two authors, for queries. */
public interface Shelf extends Library {

    /** Queries in the query language. */
    default BookQueries queries() {
        return persistence().repository(BookQueries.class);
    }

    /** Queries by the names of their methods. */
    default BookNames names() {
        return persistence().repository(BookNames.class);
    }

    /** Puts the books on the shelf: alpha, Beta% and Gamma_x of Ann in Wien, Delta of Bob. */
    default void shelve() {
        Author ann = new Author("Ann", "ann@example.com");
        ann.setAddress(new Address("Wien", "1010"));
        Author bob = new Author("Bob");
        authors().insertAll(new ArrayList<>(List.of(ann, bob)));
        books().insertAll(List.of(
                book("alpha", ann, 100, "10.00", LocalDate.of(2020, 1, 1), Genre.NOVEL, true),
                book("Beta%", ann, 200, "20.50", LocalDate.of(2021, 6, 15), Genre.ESSAY, false),
                book("Gamma_x", ann, null, null, null, null, false),
                book("Delta", bob, 7, "5.25", LocalDate.of(2019, 12, 31), Genre.POETRY, true)));
    }

    private static Book book(
            String title,
            Author author,
            @Nullable Integer pages,
            @Nullable String price,
            @Nullable LocalDate published,
            @Nullable Genre genre,
            boolean sold) {
        Book book = new Book(title, author);
        book.setIsbn(title.toLowerCase(Locale.ROOT));
        book.setPages(pages);
        book.setPrice(price == null ? null : new BigDecimal(price));
        book.setPublished(published);
        book.setGenre(genre);
        book.setSold(sold);
        return book;
    }
}
