package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dovetail.repository.UnloadedAssociationException;
import org.junit.jupiter.api.Test;

/** Nested blocks. */
public interface SavepointContract extends Library {

    @Test
    default void aNestedBlockThatFailsTakesBackJustItself() {
        tx().run(() -> {
            authors().insert(new Author("Before"));
            fail(() -> authors().insert(new Author("Inside")));
            authors().insert(new Author("After"));
        });
        assertThat(authors().findAll()).extracting(Author::getName).containsExactlyInAnyOrder("Before", "After");
    }

    @Test
    default void aNestedBlockThatReturnsIsPartOfTheWhole() {
        tx().run(() -> {
            tx().nested().run(() -> authors().insert(new Author("Inside")));
            assertThat(authors().count()).isEqualTo(1);
        });
        assertThat(authors().count()).isEqualTo(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> tx().run(() -> {
                    tx().nested().run(() -> authors().insert(new Author("Inside")));
                    throw new IllegalStateException("outside");
                }));
        assertThat(authors().count()).isEqualTo(1);
    }

    @Test
    default void changesBeforeANestedBlockBelongToTheOuterOne() {
        Author ann = ann();
        tx().run(() -> {
            authors().one(Library.id(ann)).setName("Outside");
            fail(() -> authors().one(Library.id(ann)).setName("Inside"));
        });
        assertThat(authors().one(Library.id(ann)).getName()).isEqualTo("Outside");
    }

    @Test
    default void changesInANestedBlockAreWrittenWithIt() {
        Author ann = ann();
        tx().run(() -> {
            tx().nested().run(() -> authors().one(Library.id(ann)).setName("Inside"));
            assertThat(authors().allNamed("Inside")).hasSize(1);
        });
        assertThat(authors().one(Library.id(ann)).getName()).isEqualTo("Inside");
    }

    @Test
    default void afterATakenBackBlockEntitiesAreReadAnew() {
        Author ann = ann();
        tx().run(() -> {
            Author before = authors().one(Library.id(ann));
            fail(() -> authors().one(Library.id(ann)).setName("Inside"));
            Author after = authors().one(Library.id(ann));
            assertThat(after.getName()).isEqualTo("Ann");
            assertThat(after.getVersion()).isEqualTo(ann.getVersion());
            after.setName("After");
            assertThat(before).isNotNull();
        });
        assertThat(authors().one(Library.id(ann)).getName()).isEqualTo("After");
    }

    @Test
    default void entitiesAreWhatTheyWereBeforeATakenBackBlock() {
        Author ann = ann();
        Book book = books().insert(new Book("One", ann).chapter("a"));
        tx().run(() -> {
            Author author = authors().one(Library.id(ann));
            Book found = books().withChapters(Library.id(book)).orElseThrow();
            author.setName("Before");
            fail(() -> {
                author.setName("Inside");
                author.setAddress(new Address("Street 1", "Town"));
                found.getChapters().clear();
                found.chapter("b");
                found.setTitle("Inside");
                books().update(found);
            });
            assertThat(authors().one(Library.id(ann))).isSameAs(author);
            assertThat(author.getName()).isEqualTo("Before");
            assertThat(author.getAddress()).isNull();
            assertThat(author.getVersion()).isEqualTo(1);
            assertThat(found.getTitle()).isEqualTo("One");
            assertThat(found.getVersion()).isZero();
            assertThat(found.getChapters()).extracting(Chapter::getTitle).containsExactly("a");
            author.setName("After");
            found.chapter("c");
        });
        assertThat(authors().one(Library.id(ann)).getName()).isEqualTo("After");
        assertThat(chapters().byPosition()).extracting(Chapter::getTitle).containsExactly("a", "c");
    }

    @Test
    default void whatATakenBackBlockInsertedIsNewAgain() {
        Author author = new Author("Ann");
        Book[] book = new Book[1];
        tx().run(() -> {
            fail(() -> {
                authors().insert(author);
                book[0] = books().insert(new Book("One", author).chapter("a"));
                author.setName("Inside");
            });
            assertThat(author.getId()).isNull();
            assertThat(author.getVersion()).isZero();
            assertThat(book[0].getChapters().get(0).getId()).isNull();
            authors().insert(author);
            books().insert(book[0]);
        });
        assertThat(authors().count()).isEqualTo(1);
        assertThat(chapters().count()).isEqualTo(1);
    }

    @Test
    default void whatATakenBackBlockDeletedIsManagedAgain() {
        Book book = books().insert(new Book("One", ann()).chapter("a"));
        tx().run(() -> {
            Book found = books().withChapters(Library.id(book)).orElseThrow();
            fail(() -> books().delete(found));
            found.setTitle("Alive");
            assertThat(found.getChapters()).hasSize(1);
        });
        assertThat(books().findById(Library.id(book)).orElseThrow().getTitle()).isEqualTo("Alive");
        assertThat(chapters().count()).isEqualTo(1);
    }

    @Test
    default void whatATakenBackBlockLoadedIsUnloadedAgain() {
        Book book = books().insert(new Book("One", ann()).chapter("a"));
        tx().run(() -> {
            Book found = books().findById(Library.id(book)).orElseThrow();
            fail(() -> {
                books().withChapters(Library.id(book));
                assertThat(found.getChapters()).hasSize(1);
            });
            assertThatExceptionOfType(UnloadedAssociationException.class)
                    .isThrownBy(() -> assertThat(found.getChapters().size()).isZero());
            books().withChapters(Library.id(book));
            assertThat(found.getChapters()).hasSize(1);
        });
    }

    @Test
    default void nestedBlocksNest() {
        tx().run(() -> {
            tx().nested().run(() -> {
                authors().insert(new Author("One"));
                fail(() -> {
                    authors().insert(new Author("Two"));
                    tx().nested().run(() -> authors().insert(new Author("Three")));
                });
                authors().insert(new Author("Four"));
            });
            authors().insert(new Author("Five"));
        });
        assertThat(authors().findAll()).extracting(Author::getName).containsExactlyInAnyOrder("One", "Four", "Five");
    }

    @Test
    default void withoutATransactionANestedBlockIsOne() {
        assertThatIllegalStateException()
                .isThrownBy(() -> tx().nested().run(() -> {
                    authors().insert(new Author("One"));
                    throw new IllegalStateException("on purpose");
                }));
        assertThat(authors().count()).isZero();
    }

    @Test
    default void whatATakenBackBlockDeletedAndInsertedAgainIsWhatItWas() {
        tx().run(() -> {
            Author author = authors().insert(new Author("Ann"));
            Long id = author.getId();
            fail(() -> {
                authors().delete(author);
                authors().save(author);
            });
            assertThat(author.getId()).isEqualTo(id);
            author.setName("After");
        });
        assertThat(authors().allNamed("After")).hasSize(1);
    }

    private void fail(Runnable work) {
        assertThatIllegalStateException()
                .isThrownBy(() -> tx().nested().run(() -> {
                    work.run();
                    throw new IllegalStateException("on purpose");
                }));
    }
}
