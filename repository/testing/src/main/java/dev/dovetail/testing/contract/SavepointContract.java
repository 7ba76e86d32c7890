package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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

    private void fail(Runnable work) {
        assertThatIllegalStateException()
                .isThrownBy(() -> tx().nested().run(() -> {
                    work.run();
                    throw new IllegalStateException("on purpose");
                }));
    }
}
