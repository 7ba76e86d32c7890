package dev.dovetail.orm.fuzz;

import dev.dovetail.testing.contract.Address;
import dev.dovetail.testing.contract.Author;
import dev.dovetail.testing.contract.Biography;
import dev.dovetail.testing.contract.Book;
import dev.dovetail.testing.contract.Chapter;
import dev.dovetail.testing.contract.Genre;
import dev.dovetail.testing.contract.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a program that change something. */
final class Moves {

    private static final List<@Nullable String> NAMES = Arrays.asList(
            "Ann",
            "ann",
            "Bob",
            "Zo\u00eb",
            "",
            "\uD83D\uDE00",
            "Ann",
            "Bob",
            "Cid",
            null,
            "x".repeat(40),
            "x".repeat(41));
    private static final List<@Nullable String> EMAILS =
            Arrays.asList(null, "a@x", "b@x", "A@x", "c@x", "d@x", "e@x", null, "f@x", "a@x ");
    private static final List<String> TITLES =
            List.of("One", "Two", "one", "Three", "", "y".repeat(60), "y".repeat(61));
    private static final List<String> WORDS = List.of("x", "y", "z", "X", "long " + "w".repeat(16), "v", "u");
    private static final List<@Nullable BigDecimal> PRICES = Arrays.asList(
            null, new BigDecimal("1.50"), new BigDecimal("1.5"), new BigDecimal("9999999999.99"), BigDecimal.ZERO);

    private final World world;

    Moves(World world) {
        this.world = world;
    }

    static @Nullable String name(int number) {
        return Step.pick(NAMES, number);
    }

    static @Nullable String email(int number) {
        return Step.pick(EMAILS, number);
    }

    static @Nullable BigDecimal price(int number) {
        return Step.pick(PRICES, number);
    }

    String newAuthor(Step step) {
        Author author = new Author(name(step.a()), email(step.b()));
        if (step.c() % 3 == 0) {
            author.setBiography(new Biography("life " + step.c() % 5));
        }
        if (step.c() % 4 == 0) {
            author.setAddress(new Address("City" + step.c() % 3, null));
        }
        world.authorsInHand.add(author);
        if (step.c() % 10 == 9) {
            return "kept";
        }
        return World.shown(world.authors.insert(author));
    }

    String newBook(Step step) {
        Book book = new Book(Step.pick(TITLES, step.b()), world.author(step.a()));
        for (int i = 0; i < step.c() % 3; i++) {
            book.chapter("chapter " + i);
        }
        if (step.c() % 5 == 0) {
            book.getTags().add(world.tag(step.b()));
        }
        book.setIsbn(step.c() % 4 == 0 ? "isbn" + step.b() % 4 : null);
        world.booksInHand.add(book);
        return World.shown(world.books.insert(book));
    }

    String newTag(Step step) {
        Tag tag = new Tag(Step.pick(WORDS, step.a()), step.b() % 2 == 0 ? null : "about " + step.b() % 3);
        world.tagsInHand.add(tag);
        return World.shown(world.tags.insert(tag));
    }

    String saveTag(Step step) {
        return world.found(world.tags.save(
                step.b() % 3 == 0 ? world.tag(step.a()) : new Tag(Step.pick(WORDS, step.a()), "saved")));
    }

    String setAuthor(Step step) {
        Author author = world.author(step.a());
        switch (step.b() % 4) {
            case 0 -> author.setName(name(step.c()));
            case 1 -> author.setEmail(email(step.c()));
            case 2 -> author.setAddress(step.c() % 3 == 0 ? null : new Address("City" + step.c() % 3, "1"));
            default -> {
                Address address = author.getAddress();
                author.setAddress(address == null ? null : new Address(address.getCity(), "2"));
            }
        }
        return World.shown(author);
    }

    String setBiography(Step step) {
        Author author = world.author(step.a());
        author.setBiography(step.b() % 3 == 0 ? null : new Biography("life " + step.b() % 5));
        return World.shown(author);
    }

    String setBook(Step step) {
        Book book = world.book(step.a());
        switch (step.b() % 8) {
            case 0 -> book.setTitle(step.c() % 9 == 0 ? null : Step.pick(TITLES, step.c()));
            case 1 -> book.setIsbn(step.c() % 3 == 0 ? null : "isbn" + step.c() % 4);
            case 2 -> book.setPages(step.c() % 4 == 0 ? null : step.c());
            case 3 -> book.setPrice(price(step.c()));
            case 4 -> book.setPublished(LocalDate.of(2000, 1, 1 + step.c() % 28));
            case 5 -> book.setGenre(step.c() % 4 == 0 ? null : Genre.values()[step.c() % 3]);
            case 6 -> book.setSold(step.c() % 2 == 0);
            default -> book.setAuthor(world.author(step.c()));
        }
        return World.shown(book);
    }

    String setTag(Step step) {
        Tag tag = world.tag(step.a());
        tag.setDescription(step.b() % 3 == 0 ? null : "about " + step.b() % 3);
        return World.shown(tag);
    }

    /** Of a book in hand, with or without having loaded its chapters. */
    String chapters(Step step) {
        Book book = withId(step, true);
        switch (step.c() % 4) {
            case 0 -> book.getChapters().add(new Chapter(book, 7, "added"));
            case 1 -> book.getChapters().clear();
            case 2 -> {
                if (!book.getChapters().isEmpty()) {
                    book.getChapters().remove(step.b() % book.getChapters().size());
                }
            }
            default -> book.chapter("last");
        }
        return book.getChapters().size() + " chapters of " + World.shown(book);
    }

    String tags(Step step) {
        Book book = withId(step, false);
        switch (step.c() % 3) {
            case 0 -> book.getTags().add(world.tag(step.b()));
            case 1 -> book.getTags().remove(world.tag(step.b()));
            default -> book.getTags().clear();
        }
        return book.getTags().size() + " tags of " + World.shown(book);
    }

    private Book withId(Step step, boolean chapters) {
        Book book = world.book(step.a());
        if (book.getId() == null || step.b() % 4 == 0) {
            return book;
        }
        Book loaded =
                (chapters ? world.books.withChapters(book.getId()) : world.books.withTags(book.getId())).orElse(book);
        if (loaded != book) {
            world.booksInHand.add(loaded);
        }
        return loaded;
    }

    String deleteById(Step step) {
        switch (step.b() % 3) {
            case 0 -> {
                Author author = world.author(step.a());
                world.authors.deleteById(author.getId() == null ? -1L : author.getId());
            }
            case 1 -> {
                Book book = world.book(step.a());
                world.books.deleteById(book.getId() == null ? -1L : book.getId());
            }
            default -> world.tags.deleteById(String.valueOf(world.tag(step.a()).getName()));
        }
        return "deleted";
    }

    String deleteWhere(Step step) {
        if (step.b() % 2 == 0) {
            return world.authors.removeNamed(String.valueOf(name(step.a()))) + " deleted";
        }
        Author author = world.author(step.a());
        return world.books.removeOf(author) + " deleted";
    }
}
