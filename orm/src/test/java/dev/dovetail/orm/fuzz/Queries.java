package dev.dovetail.orm.fuzz;

import dev.dovetail.testing.contract.Address;
import dev.dovetail.testing.contract.Author;
import dev.dovetail.testing.contract.Book;
import dev.dovetail.testing.contract.Genre;
import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The lines of a program that ask for something. */
final class Queries {

    private static final List<String> AUTHOR_SORTS =
            List.of("name", "email", "version", "address.city", "address.zip", "biography.text");

    private final World world;

    Queries(World world) {
        this.world = world;
    }

    String author(Step step) {
        Author author = world.author(step.a());
        long id = author.getId() == null ? -1L : author.getId();
        return switch (step.b() % 4) {
            case 0 -> world.found(world.authors.one(id));
            case 1 -> {
                Author full = world.authors.withEverything(id);
                yield world.found(full) + " with " + full.getBooks().size() + " books";
            }
            case 2 -> world.found(world.authors.named(String.valueOf(Moves.name(step.c()))));
            default -> world.found(world.authors.findById(id).orElse(null));
        };
    }

    String book(Step step) {
        Book book = world.book(step.a());
        long id = book.getId() == null ? -1L : book.getId();
        return switch (step.b() % 4) {
            case 0 -> {
                Book found = world.books.withAuthor(id).orElse(null);
                yield world.found(found)
                        + (found == null ? "" : " of " + found.getAuthor().getName());
            }
            case 1 -> world.found(world.books.byIsbn("isbn" + step.c() % 4).orElse(null));
            default -> world.found(world.books.findById(id).orElse(null));
        };
    }

    /** Associations of what is in hand, loaded or not. */
    String use(Step step) {
        return switch (step.b() % 6) {
            case 0 -> world.author(step.a()).getBooks().size() + " books";
            case 1 -> "author " + world.book(step.a()).getAuthor().getName();
            case 2 ->
                "biography "
                        + (world.author(step.a()).getBiography() == null
                                ? null
                                : world.author(step.a()).getBiography().getText());
            case 3 -> world.book(step.a()).getChapters().size() + " chapters";
            case 4 ->
                world.book(step.a()).getTags().stream()
                                .map(World::shown)
                                .sorted()
                                .toList() + "";
            default -> world.tag(step.a()).getBooks().size() + " books of the tag";
        };
    }

    String authors(Step step) {
        String name = String.valueOf(Moves.name(step.a()));
        return switch (step.b() % 12) {
            case 0 -> World.authors(world.authors.allNamed(name).stream());
            case 1 -> World.authors(world.authors.livingIn(step.c() % 4 == 0 ? null : "City" + step.c() % 4).stream());
            case 2 -> World.authors(world.authors.livingAt(new Address("City" + step.c() % 3, null)).stream());
            case 3 -> World.authors(world.authors.withBiography("life " + step.c() % 5).stream());
            case 4 -> World.authors(world.authors.byNameIgnoringCase().stream());
            case 5 -> World.authors(world.authors.list(Limit.range(1 + step.a() % 3, 3 + step.c() % 3)).stream());
            case 6 -> {
                List<Author> found = world.authors.listWithBooks(Limit.of(1 + step.c() % 4));
                yield World.authors(found.stream())
                        + found.stream().map(each -> each.getBooks().size()).toList();
            }
            case 7 -> World.authors(world.authors.sorted(sort(step.a()), sort(step.c()), Sort.asc("id")).stream());
            case 8 ->
                World.authors(
                        Arrays.stream(world.authors.sortedByNameAnd(Order.by(authorSort(step.c()), Sort.asc("id")))));
            case 9 -> {
                Page<Author> page = world.authors.page(PageRequest.ofPage(1 + step.a() % 3, 1 + step.c() % 3, true));
                yield World.authors(page.stream()) + " of " + page.totalElements() + " more " + page.hasNext();
            }
            case 10 -> World.authors(world.authors.byEmail(Moves.email(step.c())).stream());
            default -> World.authors(world.authors.findAll().sorted(java.util.Comparator.comparing(World::shown)));
        };
    }

    private static Sort<Author> authorSort(int number) {
        String property = Step.pick(AUTHOR_SORTS, number);
        return number % 2 == 0 ? Sort.asc(property) : Sort.desc(property);
    }

    private static Sort<?> sort(int number) {
        return authorSort(number);
    }

    String books(Step step) {
        Author author = world.author(step.a());
        return switch (step.b() % 7) {
            case 0 -> World.books(world.books.of(author).stream());
            case 1 -> World.books(world.books.ofAuthor(author.getId() == null ? -1L : author.getId()).stream());
            case 2 ->
                World.books(world.books.ofAuthorNamed(String.valueOf(Moves.name(step.a()))).stream()
                        .sorted(java.util.Comparator.comparing(World::shown)));
            case 3 ->
                World.books(world
                        .books
                        .matching(
                                step.c() % 2 == 0 ? null : Genre.values()[step.c() % 3],
                                Moves.price(step.c()),
                                step.c() % 3 == 0 ? null : LocalDate.of(2000, 1, 1 + step.c() % 28),
                                step.a() % 2 == 0)
                        .stream());
            case 4 -> World.books(world.books.withPages(step.c() % 2 == 0 ? null : step.c()).stream());
            case 5 ->
                world.books.byGenre().stream()
                        .map(book -> book.getGenre() + " " + book.getTitle())
                        .toList()
                        .toString();
            default ->
                world.books.allWithAuthor().stream()
                        .map(book ->
                                World.shown(book) + " of " + book.getAuthor().getName())
                        .toList()
                        .toString();
        };
    }

    String count(Step step) {
        return switch (step.b() % 4) {
            case 0 -> world.authors.count() + " authors";
            case 1 -> world.authors.countByName(String.valueOf(Moves.name(step.a()))) + " of the name";
            case 2 -> "exists " + world.authors.existsByEmail(String.valueOf(Moves.email(step.a())));
            default -> world.chapters.count() + " chapters, " + world.biographies.count() + " biographies";
        };
    }
}
