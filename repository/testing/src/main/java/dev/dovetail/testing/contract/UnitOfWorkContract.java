package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.NoTransactionException;
import dev.dovetail.core.error.ReadOnlyException;
import dev.dovetail.repository.EntityStateException;
import jakarta.data.Sort;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What repositories add to Jakarta Data for those who work in transactions. */
public interface UnitOfWorkContract extends Library {

    /** The authors, statefully. */
    default WorkingAuthors working() {
        return persistence().repository(WorkingAuthors.class);
    }

    @Test
    default void whatIsAddedIsManagedAndWrittenWithTheFlush() {
        tx().run(() -> {
            Author ann = working().add(new Author("Ann"));
            working().addAll(List.of(new Author("Bob"), new Author("Cid")));
            assertThat(authors().count()).isZero();
            ann.setName("Anna");
        });
        assertThat(authors().allNamed("Anna")).hasSize(1);
        assertThat(authors().count()).isEqualTo(3);
    }

    /** Hibernate would insert it as it was when it was added, and count a version with its change. */
    @Test
    default void whatIsChangedAfterItWasAddedIsInsertedOnce() {
        tx().run(() -> {
            Author ann = working().add(new Author("Ann"));
            ann.setName("Anna");
        });
        Author found = authors().allNamed("Anna").get(0);
        assertThat(found.getVersion()).isZero();
    }

    /** On engines that count ids with the rows as on those that have sequences. */
    @Test
    default void whatIsAddedGetsItsIdWithTheFlush() {
        tx().run(() -> {
            Author ann = working().add(new Author("Ann"));
            assertThat(ann.getId()).isNull();
            authors().save(ann);
            assertThat(ann.getId()).isNotNull();
        });
    }

    @Test
    default void whatIsAddedAndRemovedIsNeverInserted() {
        tx().run(() -> {
            Author ann = working().add(new Author("Ann"));
            working().remove(ann);
            authors().save(new Author("Bob"));
            assertThat(ann.getId()).isNull();
        });
        assertThat(authors().count()).isEqualTo(1);
    }

    @Test
    default void whatIsAddedCanBeDeleted() {
        tx().run(() -> authors().delete(working().add(new Author("Ann"))));
        assertThat(authors().count()).isZero();
    }

    @Test
    default void whatIsAddedStaysItselfWhenItIsSavedOrMerged() {
        tx().run(() -> {
            Author ann = working().add(new Author("Ann"));
            assertThat(authors().save(ann)).isSameAs(ann);
            Author bob = working().add(new Author("Bob"));
            assertThat(working().merge(bob)).isSameAs(bob);
        });
        assertThat(authors().count()).isEqualTo(2);
    }

    @Test
    default void whatWasInsertedBeforeIsNotAddedWhichIsSaidAtOnce() {
        Author ann = ann();
        assertThatExceptionOfType(EntityStateException.class)
                .isThrownBy(() -> tx().run(() -> {
                    working().add(ann);
                    throw new AssertionError("said only when it is written");
                }));
        assertThat(authors().count()).isEqualTo(1);
    }

    @Test
    default void outsideOfATransactionAnAddedOneIsWrittenAtOnce() {
        Author ann = working().add(new Author("Ann"));
        assertThat(working().get(Library.id(ann)).getName()).isEqualTo("Ann");
    }

    @Test
    default void gettingWhatIsNotThereRaises() {
        assertThatThrownBy(() -> working().get(-1L))
                .isInstanceOf(EmptyResultException.class)
                .hasMessageContaining("WorkingAuthors.get");
    }

    @Test
    default void mergingCopiesIntoTheManagedOne() {
        Author detached = ann();
        detached.setName("Anna");
        tx().run(() -> {
            Author managed = authors().one(Library.id(detached));
            assertThat(working().merge(detached)).isSameAs(managed);
            assertThat(managed.getName()).isEqualTo("Anna");
            Author copy = working().merge(new Author("Bob"));
            copy.setName("Bobby");
        });
        assertThat(authors().one(Library.id(detached)).getName()).isEqualTo("Anna");
        assertThat(authors().allNamed("Bobby")).hasSize(1);
        detached.setName("Too late");
        assertThatThrownBy(() -> working().merge(detached)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    default void refreshingReadsAgain() {
        Author ann = ann();
        tx().run(() -> {
            Author managed = authors().one(Library.id(ann));
            managed.setName("Changed");
            working().refresh(managed);
            assertThat(managed.getName()).isEqualTo("Ann");
        });
        assertThat(authors().one(Library.id(ann)).getVersion()).isZero();
    }

    @Test
    default void whatIsDetachedIsNotWritten() {
        Author ann = ann();
        tx().run(() -> {
            Author managed = authors().one(Library.id(ann));
            managed.setName("Changed");
            working().detach(managed);
            Author again = authors().one(Library.id(ann));
            assertThat(again).isNotSameAs(managed);
            assertThat(again.getName()).isEqualTo("Ann");
            Author added = working().add(new Author("Never"));
            working().detach(added);
        });
        assertThat(authors().one(Library.id(ann)).getName()).isEqualTo("Ann");
    }

    @Test
    default void whatIsRemovedIsDeletedWithTheFlush() {
        Author ann = ann();
        tx().run(() -> {
            Author managed = authors().one(Library.id(ann));
            working().remove(managed);
            assertThat(authors().count()).isEqualTo(1);
        });
        assertThat(authors().count()).isZero();
    }

    @Test
    default void onlyWhatIsManagedIsRemovedOrRefreshed() {
        Author ann = ann();
        assertThatThrownBy(() -> working().remove(ann)).isInstanceOf(EntityStateException.class);
        assertThatThrownBy(() -> tx().run(() -> working().refresh(ann))).isInstanceOf(EntityStateException.class);
    }

    @Test
    default void aLockIsForTransactionsThatMayWrite() {
        Author ann = ann();
        Long id = Library.id(ann);
        assertThatThrownBy(() -> working().locked(id)).isInstanceOf(NoTransactionException.class);
        assertThatThrownBy(() -> tx().readOnly()
                        .run(() -> assertThat(working().locked(id)).isEmpty()))
                .isInstanceOf(ReadOnlyException.class);
        tx().run(() -> {
            Author locked = working().locked(id).orElseThrow();
            locked.setName("Anna");
            assertThat(working().lockedAtOnce(id)).containsSame(locked);
            assertThat(working().notLocked()).containsExactly(locked);
            assertThatThrownBy(() -> working().lockedAndSorted(Sort.asc("biography.text")))
                    .isInstanceOf(IllegalArgumentException.class);
        });
        assertThat(authors().one(id).getName()).isEqualTo("Anna");
    }
}
