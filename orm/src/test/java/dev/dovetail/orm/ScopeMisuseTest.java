package dev.dovetail.orm;

import static dev.dovetail.databases.TestEngine.POSTGRESQL;
import static dev.dovetail.databases.TestEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.error.OrmError;
import dev.dovetail.orm.error.WorkException;
import dev.dovetail.orm.model.Order;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.work.UnitOfWork;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Units of work and sessions that are used where they do not belong say so. */
@OnEachDatabase({SQLITE, POSTGRESQL})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ScopeMisuseTest extends ShopTest {

    ScopeMisuseTest(TestDatabase database) {
        super(database);
    }

    private static Map<String, ThrowingCallable> uses(UnitOfWork uow, Session session, Long id) {
        Map<String, ThrowingCallable> uses = new LinkedHashMap<>();
        uses.put("get", () -> uow.get(User.class, id));
        uses.put("add", () -> uow.add(new User("x@example.com", "x")));
        uses.put("flush", uow::flush);
        uses.put("contains", () -> uow.contains(new User("x@example.com", "x")));
        uses.put("select", () -> uow.select(User.class).list());
        uses.put("sql", uow::sql);
        uses.put("session()", uow::session);
        uses.put("session.find", () -> session.find(User.class, id));
        uses.put("session.clear", session::clear);
        uses.put("session.persist", () -> session.persist(new User("x@example.com", "x")));
        return uses;
    }

    private static void assertRefused(String use, ThrowingCallable call, String... parts) {
        assertThat(catchThrowable(call)).as(use).isInstanceOfSatisfying(WorkException.class, refused -> {
            assertThat(refused.code()).isEqualTo(OrmError.OUT_OF_SCOPE);
            assertThat(refused.getMessage()).contains(parts);
        });
    }

    private static void onAnotherThread(Runnable work) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread other = new Thread(work, "other");
        other.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        other.start();
        try {
            other.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
    }

    @Test
    void keptAfterItsTransaction() {
        Long id = user("ann", 1);
        Session[] session = new Session[1];
        UnitOfWork kept = work(uow -> {
            session[0] = uow.session();
            return uow;
        });
        uses(kept, session[0], id)
                .forEach((use, call) -> assertRefused(use, call, "after its transaction ended", "kept in a field"));
        run(uow -> uses(kept, session[0], id)
                .forEach((use, call) -> assertRefused(use, call, "after its transaction ended")));
    }

    @Test
    void noMethodOfASessionIsLeftOut() {
        Session kept = work(UnitOfWork::session);
        for (Method method : Session.class.getMethods()) {
            if (Modifier.isStatic(method.getModifiers()) || method.getName().equals("isOpen")) {
                continue;
            }
            @Nullable
            Object[] arguments = Arrays.stream(method.getParameterTypes())
                    .map(type -> type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null)
                    .toArray();
            assertRefused(
                    method.toString(),
                    () -> {
                        try {
                            method.invoke(kept, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getTargetException();
                        }
                    },
                    "after its transaction ended");
        }
        assertThat(kept.isOpen()).isFalse();
    }

    @Test
    void usedInATransactionInsideIt() {
        Long id = user("ann", 1);
        run(uow -> {
            Session session = uow.session();
            tx.requiresNew()
                    .readOnly()
                    .run(() -> uses(uow, session, id)
                            .forEach((use, call) -> assertRefused(use, call, "in another transaction")));
            assertThat(uow.get(User.class, id).getName()).isEqualTo("ann");
        });
    }

    @Test
    void handedToAnotherThread() {
        Long id = user("ann", 1);
        run(uow -> {
            Session session = uow.session();
            String here = Thread.currentThread().getName();
            onAnotherThread(() -> uses(uow, session, id)
                    .forEach((use, call) -> assertRefused(
                            use, call, "of the thread '" + here + "'", "used by the thread 'other'", "open its own")));
            assertThat(uow.get(User.class, id).getName()).isEqualTo("ann");
        });
    }

    @Test
    void anUnloadedAssociationUsedByAnotherThread() {
        Long id = user("ann", 1);
        run(uow -> {
            User ann = uow.get(User.class, id);
            onAnotherThread(() -> persistence.allowLazyLoading(() -> {
                assertRefused("collection", () -> ann.getOrders().size(), "used by the thread 'other'");
                return true;
            }));
        });
        run(uow -> {
            User ann = uow.select(Order.class).one().getUser();
            onAnotherThread(() -> assertRefused("entity", ann::getName, "used by the thread 'other'"));
        });
    }
}
