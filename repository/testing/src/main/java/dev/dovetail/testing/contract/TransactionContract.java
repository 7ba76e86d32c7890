package dev.dovetail.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dovetail.core.error.TransactionDoomedException;
import jakarta.data.exceptions.EntityExistsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Units of work: all or nothing, each id one object, changes written at commit. */
public interface TransactionContract extends Library {

    @Test
    default void changesOfManagedEntitiesAreWrittenAtCommit() {
        Author ann = ann();
        tx().run(() -> authors().one(Library.id(ann)).setName("Anna"));
        Author found = authors().one(Library.id(ann));
        assertThat(found.getName()).isEqualTo("Anna");
        assertThat(found.getVersion()).isEqualTo(ann.getVersion() + 1);
    }

    @Test
    default void whatIsInsertedIsManaged() {
        Long id = tx().call(() -> {
            Author author = authors().insert(new Author("Ann"));
            author.setName("Anna");
            return Library.id(author);
        });
        assertThat(authors().one(id).getName()).isEqualTo("Anna");
    }

    @Test
    default void whatUpdateReturnsIsManaged() {
        Author ann = ann();
        tx().run(() -> {
            ann.setName("Anna");
            Author managed = authors().update(ann);
            managed.setEmail("anna@example.com");
        });
        assertThat(authors().one(Library.id(ann)))
                .extracting(Author::getName, Author::getEmail)
                .containsExactly("Anna", "anna@example.com");
    }

    @Test
    default void nothingChangedMeansNothingWritten() {
        Author ann = ann();
        tx().run(() -> authors().one(Library.id(ann)).setName("Ann"));
        assertThat(authors().one(Library.id(ann)).getVersion()).isEqualTo(ann.getVersion());
    }

    @Test
    default void eachIdIsOneObject() {
        Author ann = ann();
        tx().run(() -> {
            Author first = authors().one(Library.id(ann));
            assertThat(authors().byEmail("ann@example.com")).containsSame(first);
            assertThat(authors().findById(Library.id(ann))).containsSame(first);
            assertThat(authors().findAll()).singleElement().isSameAs(first);
        });
    }

    @Test
    default void anExceptionRollsEverythingBackAndReachesTheCallerUnchanged() {
        Author ann = ann();
        IOException thrown = new IOException("on purpose");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> tx().run(() -> {
                    authors().insert(new Author("Bob"));
                    authors().one(Library.id(ann)).setName("Changed");
                    authors().findAll();
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(authors().findAll())
                .singleElement()
                .extracting(Author::getName)
                .isEqualTo("Ann");
    }

    @Test
    default void whatARollbackTookBackIsNewAgain() {
        Author ann = new Author("Ann", "ann@example.com");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> tx().run(() -> {
                    authors().insert(ann);
                    ann.setName("Anna");
                    authors().update(ann);
                    throw new IllegalStateException("taken back");
                }));
        assertThat(ann.getId()).isNull();
        assertThat(ann.getVersion()).isZero();
        authors().save(ann);
        Author refused = new Author("Bob", "ann@example.com");
        assertThatExceptionOfType(EntityExistsException.class)
                .isThrownBy(() -> authors().insert(refused));
        assertThat(refused.getId()).isNull();
        refused.setEmail("bob@example.com");
        authors().save(refused);
        assertThat(authors().count()).isEqualTo(2);
    }

    @Test
    default void afterARollbackEntitiesHaveTheVersionsThatTheyHad() {
        Author ann = ann();
        Author[] changed = new Author[1];
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> tx().run(() -> {
                    changed[0] = authors().one(Library.id(ann));
                    changed[0].setName("Anna");
                    authors().update(changed[0]);
                    changed[0].setName("Anne");
                    authors().update(changed[0]);
                    throw new IllegalStateException("taken back");
                }));
        assertThat(changed[0].getVersion()).isZero();
        assertThat(authors().update(changed[0]).getName()).isEqualTo("Anne");
    }

    @Test
    default void anErrorRollsBackToo() {
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> tx().run(() -> {
                    authors().insert(new Author("Bob"));
                    throw new StackOverflowError();
                }));
        assertThat(authors().count()).isZero();
    }

    @Test
    default void joinedBlocksAreOneTransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> tx().run(() -> {
                    tx().run(() -> authors().insert(new Author("A")));
                    throw new IllegalStateException("after the inner block");
                }));
        assertThat(authors().count()).isZero();
    }

    @Test
    default void anExceptionOutOfAJoinedBlockDoomsTheWholeTransaction() {
        assertThatExceptionOfType(TransactionDoomedException.class)
                .isThrownBy(() -> tx().run(() -> {
                    authors().insert(new Author("A"));
                    try {
                        tx().run(() -> {
                            throw new IllegalStateException("caught");
                        });
                    } catch (IllegalStateException caught) {
                        assertThat(caught).hasMessage("caught");
                    }
                }));
        assertThat(authors().count()).isZero();
    }

    @Test
    default void othersSeeNothingBeforeTheCommit() {
        List<Long> seen = new ArrayList<>();
        tx().run(() -> {
            authors().insert(new Author("Ann"));
            assertThat(authors().count()).isEqualTo(1);
            seen.add(CompletableFuture.supplyAsync(() -> authors().count()).join());
        });
        assertThat(seen).containsExactly(0L);
        assertThat(authors().count()).isEqualTo(1);
    }

    @Test
    default void entitiesOfTwoTransactionsAreApart() {
        Author ann = ann();
        Author[] loaded = new Author[2];
        tx().run(() -> {
            loaded[0] = authors().one(Library.id(ann));
            loaded[1] = CompletableFuture.supplyAsync(() -> authors().one(Library.id(ann)))
                    .join();
        });
        assertThat(loaded[0]).isNotSameAs(loaded[1]);
    }

    @Test
    default void hooksSeeTheCommitOrTheRollback() {
        List<String> calls = new ArrayList<>();
        tx().run(() -> {
            authors().insert(new Author("Ann"));
            tx().afterCommit(() -> calls.add("committed " + authors().count()));
            tx().afterRollback(() -> calls.add("never"));
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> tx().run(() -> {
                    tx().afterCommit(() -> calls.add("never"));
                    tx().afterRollback(() -> calls.add("rolled back"));
                    throw new IllegalStateException("on purpose");
                }));
        assertThat(calls).containsExactly("committed 1", "rolled back");
    }

    @Test
    default void beforeCommitHooksTakePart() {
        tx().run(() -> tx().beforeCommit(() -> authors().insert(new Author("Late"))));
        assertThat(authors().findAll())
                .singleElement()
                .extracting(Author::getName)
                .isEqualTo("Late");
    }

    @Test
    default void readOnlyTransactionsRead() {
        Author ann = ann();
        String name = tx().readOnly().call(() -> {
            Author first = authors().one(Library.id(ann));
            assertThat(authors().byEmail("ann@example.com")).containsSame(first);
            return String.valueOf(first.getName());
        });
        assertThat(name).isEqualTo("Ann");
    }
}
