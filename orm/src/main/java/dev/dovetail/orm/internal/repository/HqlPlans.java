package dev.dovetail.orm.internal.repository;

import dev.dovetail.repository.spi.AssociationLoad;
import dev.dovetail.repository.spi.Restriction;
import dev.dovetail.repository.spi.SortKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one method that were written before. A method has few that differ: by which arguments are null, and by
 * the caller's order, whose statements are not kept. Thread-safe.
 */
final class HqlPlans {

    private static final int MOST = 16;

    /** A statement as text, and what its parameters are bound to. */
    record Plan(String hql, HqlStatement statement) {}

    private record Known(Object[] shape, Plan plan) {}

    private final RestrictionConditions conditions;
    private volatile Known[] known = {};

    HqlPlans(RestrictionConditions conditions) {
        this.conditions = conditions;
    }

    /**
     * The statement for what is asked, written if it is not known.
     *
     * @param kind what is read of the rows
     */
    Plan plan(
            Object kind,
            List<Restriction> restrictions,
            List<SortKey> order,
            List<AssociationLoad> load,
            Supplier<Plan> write) {
        Object[] shape = shape(kind, restrictions, order, load);
        if (shape == null) {
            return write.get();
        }
        for (Known candidate : known) {
            if (isSame(candidate.shape(), shape)) {
                return candidate.plan();
            }
        }
        Plan written = write.get();
        keep(new Known(shape, written));
        return written;
    }

    /** Two threads may write the same statement; one of them is kept, or both. */
    private void keep(Known written) {
        Known[] before = known;
        Known[] after = before.length < MOST ? Arrays.copyOf(before, before.length + 1) : before.clone();
        System.arraycopy(before, 0, after, 1, after.length - 1);
        after[0] = written;
        known = after;
    }

    /** What the text depends on, each part the very object that the method has each time; null if it depends on values. */
    private Object @Nullable [] shape(
            Object kind, List<Restriction> restrictions, List<SortKey> order, List<AssociationLoad> load) {
        Object[] shape = new Object[3 + 2 * restrictions.size()];
        shape[0] = kind;
        shape[1] = order;
        shape[2] = load;
        for (int i = 0; i < restrictions.size(); i++) {
            Restriction restriction = restrictions.get(i);
            if (!conditions.isGeneral(restriction)) {
                return null;
            }
            shape[3 + 2 * i] = restriction.getClass();
            shape[4 + 2 * i] = subject(restriction);
        }
        return shape;
    }

    private static Object subject(Restriction restriction) {
        if (restriction instanceof Restriction.Matching matching) {
            return matching.condition();
        }
        if (restriction instanceof Restriction.Equal equal) {
            return equal.path();
        }
        return restriction instanceof Restriction.IsNull isNull ? isNull.path() : Restriction.IdEqual.class;
    }

    private static boolean isSame(Object[] a, Object[] b) {
        if (a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i]) {
                return false;
            }
        }
        return true;
    }
}
