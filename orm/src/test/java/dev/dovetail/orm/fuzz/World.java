package dev.dovetail.orm.fuzz;

import dev.dovetail.repository.Persistence;
import dev.dovetail.testing.contract.Author;
import dev.dovetail.testing.contract.Authors;
import dev.dovetail.testing.contract.Biographies;
import dev.dovetail.testing.contract.Book;
import dev.dovetail.testing.contract.Books;
import dev.dovetail.testing.contract.Chapter;
import dev.dovetail.testing.contract.Chapters;
import dev.dovetail.testing.contract.Tag;
import dev.dovetail.testing.contract.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a program works with on one persistence: its repositories, and the entities in its hands. */
final class World {

    final Persistence persistence;
    final Authors authors;
    final Books books;
    final Chapters chapters;
    final Tags tags;
    final Biographies biographies;

    /** In the order in which the program got them; new, managed or detached. */
    final List<Author> authorsInHand = new ArrayList<>();

    final List<Book> booksInHand = new ArrayList<>();
    final List<Tag> tagsInHand = new ArrayList<>();

    World(Persistence persistence) {
        this.persistence = persistence;
        this.authors = persistence.repository(Authors.class);
        this.books = persistence.repository(Books.class);
        this.chapters = persistence.repository(Chapters.class);
        this.tags = persistence.repository(Tags.class);
        this.biographies = persistence.repository(Biographies.class);
    }

    Author author(int number) {
        if (authorsInHand.isEmpty()) {
            authorsInHand.add(new Author("nobody"));
        }
        return Step.pick(authorsInHand, number);
    }

    Book book(int number) {
        if (booksInHand.isEmpty()) {
            booksInHand.add(new Book("nothing", author(number)));
        }
        return Step.pick(booksInHand, number);
    }

    Tag tag(int number) {
        if (tagsInHand.isEmpty()) {
            tagsInHand.add(new Tag("none", null));
        }
        return Step.pick(tagsInHand, number);
    }

    /** An author that was found, which the program now has in its hands, and whether it had that instance before. */
    String found(@Nullable Author author) {
        if (author == null) {
            return "none";
        }
        boolean known = authorsInHand.stream().anyMatch(each -> each == author);
        authorsInHand.add(author);
        return shown(author) + (known ? " again" : "");
    }

    String found(@Nullable Book book) {
        if (book == null) {
            return "none";
        }
        boolean known = booksInHand.stream().anyMatch(each -> each == book);
        booksInHand.add(book);
        return shown(book) + (known ? " again" : "");
    }

    String found(@Nullable Tag tag) {
        if (tag == null) {
            return "none";
        }
        boolean known = tagsInHand.stream().anyMatch(each -> each == tag);
        tagsInHand.add(tag);
        return shown(tag) + (known ? " again" : "");
    }

    static String shown(Author author) {
        return "author " + author.getName() + " " + author.getEmail() + " v" + author.getVersion()
                + (author.getAddress() == null
                        ? ""
                        : " in " + author.getAddress().getCity() + " "
                                + author.getAddress().getZip())
                + (author.getId() == null ? " without id" : "");
    }

    static String shown(Book book) {
        return "book " + book.getTitle() + " " + book.getIsbn() + " " + book.getPages() + " "
                + (book.getPrice() == null
                        ? null
                        : book.getPrice().stripTrailingZeros().toPlainString()) + " "
                + book.getPublished() + " " + book.getGenre() + " " + book.isSold() + " v" + book.getVersion()
                + (book.getId() == null ? " without id" : "");
    }

    static String shown(Tag tag) {
        return "tag " + tag.getName() + " " + tag.getDescription();
    }

    static String shown(Chapter chapter) {
        return "chapter " + chapter.getPosition() + " " + chapter.getTitle();
    }

    static String authors(Stream<Author> found) {
        return found.map(World::shown).collect(Collectors.joining("; ", "[", "]"));
    }

    static String books(Stream<Book> found) {
        return found.map(World::shown).collect(Collectors.joining("; ", "[", "]"));
    }

    /** Everything that is committed. */
    String everything() {
        return persistence.transactor().readOnly().call(() -> {
            List<String> lines = new ArrayList<>();
            for (Author author : authors.listWithBooksAtOnce(jakarta.data.Limit.of(1_000))) {
                lines.add(shown(author) + ", biography "
                        + (author.getBiography() == null
                                ? "none"
                                : author.getBiography().getText())
                        + ", " + author.getBooks().size() + " books");
            }
            for (Book book : books.allWithAuthor()) {
                lines.add(shown(book) + " of " + book.getAuthor().getName());
                books.withChapters(book.getId()).orElseThrow().getChapters().forEach(each -> lines.add(shown(each)));
                books.withTags(book.getId()).orElseThrow().getTags().stream()
                        .map(World::shown)
                        .sorted()
                        .forEach(lines::add);
            }
            tags.byName().forEach(tag -> lines.add(shown(tag)));
            lines.add(chapters.count() + " chapters, " + biographies.count() + " biographies");
            return String.join("\n    ", lines);
        });
    }
}
