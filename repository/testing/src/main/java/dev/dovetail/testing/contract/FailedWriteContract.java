package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.dovetail.core.error.MissingParentException;
import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.StaleEntityException;
import dev.dovetail.repository.TransientReferenceException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes that must fail, with the exceptions that Jakarta Data names. */
public interface FailedWriteContract extends Library {

    @Test
    default void insertOfAnAssignedIdThatExistsFails() {
        tags().insert(new Tag("x", "first"));
        assertThatExceptionOfType(EntityExistsException.class).isThrownBy(() -> tags().insert(new Tag("x", "second")));
        assertThat(tags().findById("x")).get().extracting(Tag::getDescription).isEqualTo("first");
    }

    @Test
    default void insertOfAnEntityWithoutItsIdFails() {
        assertThatExceptionOfType(EntityStateException.class).isThrownBy(() -> tags().insert(new Tag(null, "none")));
        assertThat(tags().findAll()).isEmpty();
    }

    @Test
    default void insertOfAnEntityThatWasInsertedFails() {
        Author ann = ann();
        assertThatExceptionOfType(EntityExistsException.class)
                .isThrownBy(() -> authors().insert(ann));
        assertThatExceptionOfType(EntityExistsException.class)
                .isThrownBy(() -> tx().run(() -> authors().insert(authors().one(Library.id(ann)))));
        assertThat(authors().count()).isEqualTo(1);
    }

    @Test
    default void insertOfAnEntityTwiceInATransactionFails() {
        assertThatExceptionOfType(EntityExistsException.class)
                .isThrownBy(() -> tx().run(() -> authors().insert(authors().insert(new Author("Ann")))));
        assertThatExceptionOfType(EntityExistsException.class)
                .isThrownBy(() -> tx().run(() -> tags().insert(tags().insert(new Tag("x", null)))));
        assertThat(authors().count()).isZero();
        assertThat(tags().findAll()).isEmpty();
    }

    @Test
    default void aRowThatIsRefusedIsSaidBeforeWhatTheEntityLeadsTo() {
        Author gone = ann();
        Book other = books().insert(new Book("One", gone).chapter("a"));
        books().delete(other);
        authors().delete(gone);
        Book book = new Book("Two", gone);
        book.getChapters().addAll(other.getChapters());
        assertThatExceptionOfType(MissingParentException.class).isThrownBy(() -> books().insert(book));
    }

    @Test
    default void whatWasRefusedIsSavedWithWhatBelongsToItOnceItCanBe() {
        Author ann = new Author("Ann");
        Book book = new Book("One", ann).chapter("a").chapter("b");
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(TransientReferenceException.class).isThrownBy(() -> books().insert(book));
            assertThat(book.getId()).isNull();
        }
        authors().insert(ann);
        books().save(book);
        assertThat(persistence().repository(Chapters.class).byPosition()).hasSize(2);
    }

    @Test
    default void insertOfAnEntityTwiceInAListFails() {
        Author ann = new Author("Ann");
        assertThatExceptionOfType(EntityExistsException.class)
                .isThrownBy(() -> authors().insertAll(List.of(ann, ann)));
        Tag tag = new Tag("x", null);
        assertThatExceptionOfType(EntityExistsException.class).isThrownBy(() -> tags().insertAll(List.of(tag, tag)));
        assertThatExceptionOfType(EntityExistsException.class)
                .isThrownBy(() -> tags().insertAll(List.of(new Tag("y", null), new Tag("y", null))));
        assertThat(authors().count()).isZero();
        assertThat(tags().findAll()).isEmpty();
    }

    @Test
    default void insertOfTwoEntitiesWithTheSameIdInATransactionFails() {
        assertThatExceptionOfType(EntityExistsException.class)
                .isThrownBy(() -> tx().run(() -> {
                    tags().insert(new Tag("x", "first"));
                    tags().insert(new Tag("x", "second"));
                }));
        assertThat(tags().findAll()).isEmpty();
    }

    @Test
    default void saveOfTwoNewEntitiesWithTheSameIdFails() {
        assertThatExceptionOfType(EntityExistsException.class)
                .isThrownBy(() -> tags().saveAll(List.of(new Tag("x", "first"), new Tag("x", "second"))));
        Tag tag = new Tag("x", "first");
        tags().saveAll(List.of(tag, tag));
        tags().saveAll(List.of(new Tag("x", "second"), new Tag("x", "third")));
        assertThat(tags().findAll()).extracting(Tag::getDescription).containsExactly("third");
    }

    @Test
    default void aGeneratedIdThatIsSetButNotInTheDatabaseIsReplaced() {
        Author ann = ann();
        authors().delete(ann);
        Author again = authors().insert(ann);
        assertThat(authors().findById(Library.id(again))).isPresent();
        assertThat(authors().count()).isEqualTo(1);
    }

    @Test
    default void whatWasDeletedIsSavedAgain() {
        tx().run(() -> {
            Author ann = authors().insert(new Author("Ann"));
            authors().delete(ann);
            authors().save(ann);
            Tag tag = tags().insert(new Tag("x", "first"));
            tags().delete(tag);
            tags().save(tag);
        });
        assertThat(authors().allNamed("Ann")).hasSize(1);
        Author ann = authors().allNamed("Ann").get(0);
        tx().run(() -> {
            Author managed = authors().one(Library.id(ann));
            authors().delete(managed);
            managed.setName("Anna");
            authors().save(managed);
            Tag tag = tags().findById("x").orElseThrow();
            tags().delete(tag);
            tags().save(tag);
        });
        Author anna = authors().allNamed("Anna").get(0);
        authors().delete(anna);
        authors().save(anna);
        assertThat(authors().count()).isEqualTo(1);
        assertThat(tags().findAll()).hasSize(1);
    }

    @Test
    default void updateOfAMissingRowFails() {
        Author ann = ann();
        authors().delete(ann);
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> authors().update(ann))
                .withMessageContaining("Author");
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> authors().update(new Author("never inserted")));
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> tags().update(new Tag("none", "never inserted")));
        assertThat(authors().count()).isZero();
    }

    @Test
    default void updateOfAStaleVersionFails() {
        Author ann = ann();
        Author other = authors().one(Library.id(ann));
        other.setName("Other");
        authors().update(other);
        ann.setName("Mine");
        assertThatExceptionOfType(StaleEntityException.class)
                .isThrownBy(() -> authors().update(ann));
        assertThatExceptionOfType(StaleEntityException.class)
                .isThrownBy(() -> authors().save(ann));
        assertThat(authors().one(Library.id(ann)).getName()).isEqualTo("Other");
    }

    @Test
    default void deleteOfAMissingRowFails() {
        Author ann = ann();
        authors().delete(ann);
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> authors().delete(ann));
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> tags().delete(new Tag("none", null)));
    }

    @Test
    default void deleteOfAStaleVersionFails() {
        Author ann = ann();
        Author other = authors().one(Library.id(ann));
        other.setName("Other");
        authors().update(other);
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> authors().delete(ann));
        assertThat(authors().count()).isEqualTo(1);
    }

    @Test
    default void nullIsRefusedBeforeAnythingHappens() {
        tx().run(() -> {
            assertThatNullPointerException().isThrownBy(() -> authors().insert(nothing()));
            assertThatNullPointerException()
                    .isThrownBy(() -> authors().insertAll(Arrays.asList(new Author("A"), nothing())));
            assertThatNullPointerException().isThrownBy(() -> authors().insertAll(nothing()));
            assertThatNullPointerException().isThrownBy(() -> authors().update(nothing()));
            assertThatNullPointerException().isThrownBy(() -> authors().save(nothing()));
            assertThatNullPointerException().isThrownBy(() -> authors().delete(FailedWriteContract.<Author>nothing()));
            assertThatNullPointerException().isThrownBy(() -> authors().findById(nothing()));
            assertThatNullPointerException().isThrownBy(() -> authors().deleteById(nothing()));
            assertThatNullPointerException().isThrownBy(() -> authors().list(nothing()));
            assertThatNullPointerException().isThrownBy(() -> authors().page(nothing()));
        });
        assertThat(authors().count()).isZero();
    }

    @Test
    default void aReferenceToAnEntityThatIsNotInTheDatabaseFails() {
        assertThatExceptionOfType(TransientReferenceException.class)
                .isThrownBy(() -> books().insert(new Book("One", new Author("never inserted"))))
                .withMessageContaining("Book.author");
    }

    @Test
    default void nothingIsWrittenWhenOneOfManyFails() {
        assertThatExceptionOfType(EntityExistsException.class)
                .isThrownBy(() -> authors().insertAll(List.of(new Author("A", "x@x"), new Author("B", "x@x"))));
        assertThat(authors().count()).isZero();
    }

    @Test
    default void readOnlyTransactionsRefuseWrites() {
        Author ann = ann();
        assertThatExceptionOfType(ReadOnlyException.class)
                .isThrownBy(() -> tx().readOnly().run(() -> authors().insert(new Author("B"))));
        assertThatExceptionOfType(ReadOnlyException.class)
                .isThrownBy(() -> tx().readOnly().run(() -> authors().delete(ann)));
        assertThatExceptionOfType(ReadOnlyException.class)
                .isThrownBy(() -> tx().readOnly().run(() -> authors().removeAll()));
        assertThat(authors().count()).isEqualTo(1);
    }

    @Test
    default void readOnlyTransactionsRefuseChangedEntities() {
        Author ann = ann();
        assertThatExceptionOfType(ReadOnlyException.class)
                .isThrownBy(() ->
                        tx().readOnly().run(() -> authors().one(Library.id(ann)).setName("Changed")));
        assertThat(authors().one(Library.id(ann)).getName()).isEqualTo("Ann");
    }

    @Test
    default void readOnlyTransactionsRefusePartsTakenOut() {
        Book book = books().insert(new Book("One", ann()).chapter("a"));
        assertThatExceptionOfType(ReadOnlyException.class)
                .isThrownBy(() -> tx().readOnly()
                        .run(() -> books().withChapters(Library.id(book))
                                .orElseThrow()
                                .getChapters()
                                .clear()));
        assertThat(persistence().repository(Chapters.class).count()).isEqualTo(1);
    }

    @Test
    default void whatWasDeletedWithAPartThatWasNeverLoadedIsNotSavedAgain() {
        Author ann = new Author("Ann");
        ann.setBiography(new Biography("long"));
        authors().insert(ann);
        Author found = authors().one(Library.id(ann));
        authors().delete(ann);
        assertThatExceptionOfType(EntityStateException.class)
                .isThrownBy(() -> authors().save(found));
        assertThat(authors().count()).isZero();
    }

    /** Null, where a test passes it on purpose. */
    @SuppressWarnings("NullAway")
    private static <T> T nothing() {
        return null;
    }
}
