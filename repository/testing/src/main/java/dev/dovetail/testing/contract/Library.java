package dev.dovetail.testing.contract;

import dev.dovetail.core.transaction.Transactor;
import dev.dovetail.repository.OutboxMessage;
import dev.dovetail.repository.Persistence;
import java.util.List;
import java.util.Objects;

/** What the contract works with. */
public interface Library {

    /** The entities that the persistence under test must be opened with. */
    List<Class<?>> ENTITIES = List.of(Author.class, Biography.class, Book.class, Chapter.class, Tag.class);

    /** The persistence under test; the same during a test. */
    Persistence persistence();

    /** All messages that its outbox holds for committed transactions, in order, also those of earlier tests. */
    List<OutboxMessage> published();

    /** Whether it sends statements that {@link dev.dovetail.core.statement.Statements} sees. */
    boolean sendsStatements();

    /** The transactor. */
    default Transactor tx() {
        return persistence().transactor();
    }

    /** The authors. */
    default Authors authors() {
        return persistence().repository(Authors.class);
    }

    /** The biographies. */
    default Biographies biographies() {
        return persistence().repository(Biographies.class);
    }

    /** The books. */
    default Books books() {
        return persistence().repository(Books.class);
    }

    /** The chapters. */
    default Chapters chapters() {
        return persistence().repository(Chapters.class);
    }

    /** The tags. */
    default Tags tags() {
        return persistence().repository(Tags.class);
    }

    /** An author, in the database, detached. */
    default Author ann() {
        return authors().insert(new Author("Ann", "ann@example.com"));
    }

    /** A book of an author, in the database, detached. */
    default Book book(String title, Author author) {
        return books().insert(new Book(title, author));
    }

    /** The id of an author in the database. */
    static Long id(Author author) {
        return Objects.requireNonNull(author.getId());
    }

    /** The id of a book in the database. */
    static Long id(Book book) {
        return Objects.requireNonNull(book.getId());
    }
}
