package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.ChildExistsException;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.MissingParentException;
import dev.dovetail.core.error.NullValueException;
import dev.dovetail.core.error.TransactionDoomedException;
import dev.dovetail.core.error.ValueTooLongException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the database refuses. */
public interface ConstraintContract extends Library {

    @Test
    default void whatIsChangedTogetherWithItsParentsDeletionIsTheChildThatExists() {
        Author ann = ann();
        assertThatExceptionOfType(ChildExistsException.class)
                .isThrownBy(() -> tx().run(() -> {
                    books().insert(new Book("One", ann)).setTitle("Changed");
                    authors().delete(ann);
                }));
        Book book = book("Two", ann);
        assertThatExceptionOfType(ChildExistsException.class)
                .isThrownBy(() -> tx().run(() -> {
                    books().findById(Library.id(book)).orElseThrow().setTitle("Changed");
                    authors().delete(ann);
                }));
    }

    @Test
    default void aUniqueValueIsThereOnce() {
        ann();
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> authors().insert(new Author("Other", "ann@example.com")))
                .satisfies(failure -> {
                    assertThat(failure.details().table()).isEqualTo("authors");
                    assertThat(failure.details().columns()).containsExactly("email");
                    assertThat(failure.details().values()).containsExactly(Map.entry("email", "ann@example.com"));
                });
        assertThat(authors().count()).isEqualTo(1);
    }

    @Test
    default void anUpdateCannotTakeAUniqueValueEither() {
        ann();
        Author bob = authors().insert(new Author("Bob", "bob@example.com"));
        bob.setEmail("ann@example.com");
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> authors().update(bob));
    }

    @Test
    default void aUniqueValueIsFreeAgainAfterADelete() {
        Author ann = ann();
        tx().run(() -> {
            authors().delete(ann);
            authors().insert(new Author("Other", "ann@example.com"));
        });
        assertThat(authors().findAll())
                .singleElement()
                .extracting(Author::getName)
                .isEqualTo("Other");
    }

    @Test
    default void aUniqueColumnMayHoldNullOften() {
        authors().add(new Author("A"), new Author("B"));
        assertThat(authors().count()).isEqualTo(2);
    }

    @Test
    default void nullIsRefusedWhereItIsNotAllowed() {
        assertThatExceptionOfType(NullValueException.class)
                .isThrownBy(() -> authors().insert(new Author(null)))
                .satisfies(failure -> {
                    assertThat(failure.details().table()).isEqualTo("authors");
                    assertThat(failure.details().values()).containsExactly(Map.entry("name", "null"));
                });
        assertThatExceptionOfType(NullValueException.class).isThrownBy(() -> books().insert(new Book("One", null)));
        Author ann = ann();
        ann.setName(null);
        assertThatExceptionOfType(NullValueException.class)
                .isThrownBy(() -> authors().update(ann));
    }

    @Test
    default void aValueThatIsTooLongIsRefused() {
        authors().insert(new Author("x".repeat(40)));
        assertThatExceptionOfType(ValueTooLongException.class)
                .isThrownBy(() -> authors().insert(new Author("x".repeat(41))))
                .satisfies(failure -> {
                    assertThat(failure.details().columns()).containsExactly("name");
                    assertThat(failure.details().values()).containsExactly(Map.entry("name", "x".repeat(41)));
                });
        assertThat(authors().count()).isEqualTo(1);
    }

    @Test
    default void lengthIsCountedInCharacters() {
        String smileys = "\uD83D\uDE00".repeat(20);
        tags().insert(new Tag(smileys, null));
        assertThat(tags().findById(smileys)).isPresent();
    }

    @Test
    default void aParentMustExist() {
        Author ann = ann();
        authors().delete(ann);
        assertThatExceptionOfType(MissingParentException.class)
                .isThrownBy(() -> books().insert(new Book("One", ann)))
                .satisfies(failure -> {
                    assertThat(failure.details().table()).isEqualTo("books");
                    assertThat(failure.details().values())
                            .containsExactly(
                                    Map.entry("author_id", Library.id(ann).toString()));
                });
    }

    @Test
    default void aParentOfOthersCannotBeDeleted() {
        Author ann = ann();
        book("One", ann);
        assertThatExceptionOfType(ChildExistsException.class)
                .isThrownBy(() -> authors().delete(ann));
        assertThatExceptionOfType(ChildExistsException.class)
                .isThrownBy(() -> authors().deleteById(Library.id(ann)));
        assertThat(authors().count()).isEqualTo(1);
    }

    @Test
    default void whatIsLinkedCannotBeDeleted() {
        Tag tag = tags().insert(new Tag("x", null));
        Book book = new Book("One", ann());
        book.getTags().add(tag);
        books().insert(book);
        assertThatExceptionOfType(ChildExistsException.class).isThrownBy(() -> tags().deleteById("x"));
        books().deleteById(Library.id(book));
        tags().deleteById("x");
        assertThat(tags().findAll()).isEmpty();
    }

    @Test
    default void aRefusedWriteDoomsTheTransactionEvenIfItIsCaught() {
        ann();
        assertThatExceptionOfType(TransactionDoomedException.class)
                .isThrownBy(() -> tx().run(() -> {
                    authors().insert(new Author("First"));
                    try {
                        authors().insert(new Author("Other", "ann@example.com"));
                    } catch (DuplicateKeyException caught) {
                        assertThat(caught.code().id()).isEqualTo("DVT-301");
                    }
                }));
        assertThat(authors().count()).isEqualTo(1);
    }

    @Test
    default void aRefusedWriteInANestedBlockTakesBackJustThatBlock() {
        ann();
        tx().run(() -> {
            authors().insert(new Author("First"));
            assertThatExceptionOfType(DuplicateKeyException.class)
                    .isThrownBy(() -> tx().nested().run(() -> {
                        authors().insert(new Author("Second"));
                        authors().insert(new Author("Other", "ann@example.com"));
                    }));
            authors().insert(new Author("Third"));
        });
        assertThat(authors().findAll()).extracting(Author::getName).containsExactlyInAnyOrder("Ann", "First", "Third");
    }
}
