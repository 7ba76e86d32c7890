package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.Database;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.ShopSchema;
import dev.dovetail.repository.OutboxMessage;
import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.UnloadedAssociationException;
import dev.dovetail.testing.contract.Author;
import dev.dovetail.testing.contract.Book;
import dev.dovetail.testing.contract.ContractSchema;
import dev.dovetail.testing.contract.Library;
import dev.dovetail.testing.contract.RepositoryContract;
import dev.dovetail.testing.contract.Tag;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** The contract of every persistence, on real databases. */
@OnEachDatabase({SQLITE, POSTGRESQL})
class HibernateContractTest extends RepositoryContract {

    private static @Nullable OpenPersistence open;

    private final Database db;
    private final HibernatePersistence persistence;

    HibernateContractTest(TestDatabase database) {
        OpenPersistence opened = Objects.requireNonNull(open);
        this.db = opened.db();
        this.persistence = opened.persistence();
    }

    @BeforeParameterizedClassInvocation
    static void openLibrary(TestDatabase database) {
        ShopSchema.createOutbox(database);
        open = OpenPersistence.of(database, Library.ENTITIES.toArray(Class<?>[]::new));
        ContractSchema.create(open.db());
    }

    @AfterParameterizedClassInvocation
    static void closeLibrary() {
        if (open != null) {
            open.close();
        }
    }

    @AfterEach
    void givesEveryConnectionBack() {
        assertThat(db.pool().active()).as("connections still in use").isZero();
    }

    /**
     * All but clear(): Hibernate queues that one where the other side owns the association, so it raises at the flush.
     */
    @Test
    @Override
    public void everyUseOfAnUnloadedCollectionRaises() {
        Author ann = ann();
        Tag tag = tags().insert(new Tag("x", null));
        Book book = new Book("One", ann);
        book.getTags().add(tag);
        books().insert(book);
        tx().run(() -> {
            Author author = authors().one(ann.getId());
            Book found = books().findById(book.getId()).orElseThrow();
            List<ThrowableAssert.ThrowingCallable> uses = List.of(
                    () -> use(author.getBooks().isEmpty()),
                    () -> use(author.getBooks().iterator()),
                    () -> use(author.getBooks().contains(book)),
                    () -> use(author.getBooks().get(0)),
                    () -> use(author.getBooks().remove(book)),
                    () -> use(author.getBooks().toString()),
                    () -> found.getTags().add(tag),
                    () -> use(found.getTags().size()),
                    () -> found.getTags().clear());
            assertThat(uses)
                    .allSatisfy(use -> assertThatThrownBy(use).isInstanceOf(UnloadedAssociationException.class));
        });
        assertThatThrownBy(() ->
                        tx().run(() -> authors().one(ann.getId()).getBooks().clear()))
                .isInstanceOf(UnloadedAssociationException.class);
    }

    /** Error Prone wants results used. */
    private static void use(Object value) {
        assertThat(value).isNotNull();
    }

    @Override
    public Persistence persistence() {
        return persistence;
    }

    @Override
    public List<OutboxMessage> published() {
        return db.read(sql -> sql.select(
                        DSL.field(DSL.name("topic"), String.class),
                        DSL.field(DSL.name("message_key"), String.class),
                        DSL.field(DSL.name("payload"), String.class))
                .from(DSL.table(DSL.name("outbox")))
                .orderBy(DSL.field(DSL.name("id")))
                .fetch(row -> new OutboxMessage(row.value1(), row.value2(), row.value3())));
    }

    @Override
    public boolean sendsStatements() {
        return true;
    }
}
