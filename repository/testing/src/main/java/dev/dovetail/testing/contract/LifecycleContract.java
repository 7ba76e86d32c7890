package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.repository.UnloadedAssociationException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Insert, update, save and delete, as Jakarta Data defines them. */
public interface LifecycleContract extends Library {

    @Test
    default void insertGivesAnIdAndFindByIdReturnsTheState() {
        Author author = new Author("Ann", "ann@example.com");
        author.setAddress(new Address("Wien", "1010"));
        Author inserted = authors().insert(author);
        Author found = authors().findById(Library.id(inserted)).orElseThrow();
        assertThat(found.getName()).isEqualTo("Ann");
        assertThat(found.getEmail()).isEqualTo("ann@example.com");
        assertThat(found.getAddress()).extracting(Address::getCity).isEqualTo("Wien");
        assertThat(found.getVersion()).isEqualTo(inserted.getVersion());
    }

    @Test
    default void anEmbeddedValueWithoutAnyPartIsNull() {
        Author author = new Author("Ann");
        author.setAddress(new Address(null, null));
        Author inserted = authors().insert(author);
        assertThat(authors().one(Library.id(inserted)).getAddress()).isNull();
    }

    @Test
    default void whatIsReadOutsideOfATransactionIsDetached() {
        Author ann = ann();
        Author found = authors().one(Library.id(ann));
        found.setName("Changed");
        assertThat(authors().one(Library.id(ann)))
                .isNotSameAs(found)
                .extracting(Author::getName)
                .isEqualTo("Ann");
    }

    @Test
    default void insertAllReturnsTheEntitiesInTheirOrder() {
        List<Author> inserted = authors().insertAll(List.of(new Author("B"), new Author("A"), new Author("C")));
        assertThat(inserted).extracting(Author::getName).containsExactly("B", "A", "C");
        assertThat(inserted).extracting(Author::getId).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(authors().findAll()).hasSize(3);
    }

    @Test
    default void varargsAndArraysAreWrittenToo() {
        Author[] added = authors().add(new Author("A"), new Author("B"));
        assertThat(added).hasSize(2).extracting(Author::getId).doesNotContainNull();
        added[0].setName("A2");
        added[1].setName("B2");
        authors().change(List.of(added));
        assertThat(authors().findAll()).extracting(Author::getName).containsExactlyInAnyOrder("A2", "B2");
    }

    @Test
    default void emptyListsAreWrittenToo() {
        assertThat(authors().insertAll(List.of())).isEmpty();
        assertThat(authors().updateAll(List.of())).isEmpty();
        assertThat(authors().saveAll(List.of())).isEmpty();
        authors().deleteAll(List.of());
        assertThat(authors().add()).isEmpty();
    }

    @Test
    default void updateOfADetachedEntityWritesItAndCountsTheVersion() {
        Author ann = ann();
        ann.setName("Anna");
        Author updated = authors().update(ann);
        assertThat(updated.getName()).isEqualTo("Anna");
        assertThat(updated.getVersion()).isGreaterThan(0);
        assertThat(authors().one(Library.id(ann)).getVersion()).isEqualTo(updated.getVersion());
    }

    @Test
    default void updateAllReturnsTheEntitiesInTheirOrder() {
        List<Author> inserted = authors().insertAll(List.of(new Author("A"), new Author("B")));
        inserted.forEach(author -> author.setEmail(author.getName() + "@example.com"));
        assertThat(authors().updateAll(List.of(inserted.get(1), inserted.get(0))))
                .extracting(Author::getEmail)
                .containsExactly("B@example.com", "A@example.com");
    }

    @Test
    default void saveInsertsWhatIsNewAndUpdatesWhatIsThere() {
        Author ann = authors().save(new Author("Ann"));
        ann.setName("Anna");
        Author saved = authors().save(ann);
        assertThat(saved.getId()).isEqualTo(ann.getId());
        tags().save(new Tag("new", "first"));
        tags().save(new Tag("new", "second"));
        assertThat(tags().findAll())
                .singleElement()
                .extracting(Tag::getDescription)
                .isEqualTo("second");
        assertThat(authors().findAll())
                .singleElement()
                .extracting(Author::getName)
                .isEqualTo("Anna");
    }

    @Test
    default void saveOfADeletedEntityWithAnAssignedIdInsertsItAgain() {
        Tag tag = tags().insert(new Tag("x", "first"));
        tags().deleteById("x");
        tags().save(tag);
        assertThat(tags().findById("x")).isPresent();
    }

    @Test
    default void deleteRemovesTheRow() {
        Author ann = ann();
        authors().delete(ann);
        assertThat(authors().findById(Library.id(ann))).isEmpty();
    }

    @Test
    default void deleteOfAManagedEntityRemovesTheRow() {
        Author ann = ann();
        tx().run(() -> authors().delete(authors().one(Library.id(ann))));
        assertThat(authors().count()).isZero();
    }

    @Test
    default void deleteAllRemovesAllThatAreGiven() {
        List<Author> inserted = authors().insertAll(List.of(new Author("A"), new Author("B"), new Author("C")));
        authors().deleteAll(inserted.subList(0, 2));
        assertThat(authors().findAll())
                .singleElement()
                .extracting(Author::getName)
                .isEqualTo("C");
    }

    @Test
    default void deleteAllDeletesWhatIsGivenTwiceOnce() {
        Author ann = ann();
        authors().deleteAll(List.of(ann, authors().one(Library.id(ann)), ann));
        assertThat(authors().count()).isZero();
    }

    @Test
    default void deleteByIdRemovesTheRowAndIgnoresAMissingOne() {
        Author ann = ann();
        authors().deleteById(Library.id(ann));
        authors().deleteById(Library.id(ann));
        assertThat(authors().count()).isZero();
    }

    @Test
    default void deleteByAConditionCountsWhatItRemoved() {
        authors().add(new Author("A"), new Author("A"), new Author("B"));
        assertThat(authors().removeNamed("A")).isEqualTo(2);
        assertThat(authors().removeNamed("A")).isZero();
        assertThat(authors().count()).isEqualTo(1);
    }

    @Test
    default void countsAndExistenceNeedNoEntities() {
        Author ann = ann();
        authors().add(new Author("Bob"), new Author("Bob"));
        assertThat(authors().count()).isEqualTo(3);
        assertThat(authors().countByName("Bob")).isEqualTo(2);
        assertThat(authors().existsById(Library.id(ann))).isTrue();
        assertThat(authors().existsById(-1L)).isFalse();
        assertThat(authors().existsByEmail("ann@example.com")).isTrue();
        assertThat(authors().existsByEmail("nobody@example.com")).isFalse();
    }

    @Test
    default void updateOfADetachedEntityLeavesAnUnloadedAssociationAlone() {
        Author ann = ann();
        book("One", ann);
        Author found = authors().one(Library.id(ann));
        found.setName("Anna");
        authors().update(found);
        assertThat(books().ofAuthor(Library.id(ann))).hasSize(1);
    }

    @Test
    default void updateLoadsNoListThatTheOtherSideOwns() {
        Author ann = ann();
        book("One", ann);
        Author updated = authors().update(ann);
        assertThatExceptionOfType(UnloadedAssociationException.class)
                .isThrownBy(() -> updated.getBooks().size());
        assertThat(books().ofAuthor(Library.id(ann))).hasSize(1);
        tx().run(() -> {
            Author full = authors().withEverything(Library.id(ann));
            assertThat(full.getBooks()).hasSize(1);
        });
    }

    @Test
    default void updateLoadsNoSetThatTheOtherSideOwnsToEmptyIt() {
        Tag tag = tags().insert(new Tag("x", null));
        Tag updated = tags().update(tag);
        assertThatExceptionOfType(UnloadedAssociationException.class)
                .isThrownBy(() -> updated.getBooks().size());
    }

    @Test
    default void whatWasDeletedIsInsertedAnewBySaveWithoutWhatWasTakenOut() {
        Book book = books().insert(new Book("One", ann()).chapter("a"));
        books().delete(book);
        book.getChapters().clear();
        books().save(book);
        assertThat(books().findAll()).extracting(Book::getTitle).containsExactly("One");
        assertThat(chapters().count()).isZero();
    }

    @Test
    default void whatARollbackTookBackIsInsertedAnewWithItsCollections() {
        Tag tag = tags().insert(new Tag("x", null));
        Book book = new Book("One", ann());
        book.getTags().add(tag);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> tx().run(() -> {
                    books().insert(book);
                    throw new IllegalStateException("taken back");
                }));
        assertThat(books().findAll()).isEmpty();

        Long id = Library.id(books().insert(book));
        assertThat(books().withTags(id).orElseThrow().getTags())
                .extracting(Tag::getName)
                .containsExactly("x");
    }

    @Test
    default void defaultMethodsRunAndObjectMethodsWork() {
        Author first = authors().register("Ann", "ann@example.com");
        Author second = authors().register("Ann", "ann@example.com");
        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(authors()).isEqualTo(authors()).hasSameHashCodeAs(authors());
        assertThat(authors().toString()).contains("Authors");
    }
}
