package dev.dovetail.repository.proxy;

import dev.dovetail.repository.spi.Condition;
import dev.dovetail.repository.spi.Restriction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The conditions in the name of a method. A condition that looks for null is another one than that which compares, so there
 * is one form for each choice of arguments that are null; each is made once.
 *
 * @param equal those that all must hold and only ask for equality
 * @param alternatives the others: one of them must hold, each of them with all its tests
 */
record NamedFilter(Conditions equal, List<List<NamedTest>> alternatives, Map<BitSet, Condition> forms)
        implements Filter {

    static Filter of(Conditions equal, List<List<NamedTest>> alternatives) {
        return alternatives.isEmpty() ? equal : new NamedFilter(equal, alternatives, new ConcurrentHashMap<>());
    }

    @Override
    public List<Restriction> restrictions(Calls calls, @Nullable Object[] arguments) {
        List<Restriction> restrictions = new ArrayList<>(equal.restrictions(calls, arguments));
        BitSet nulls = new BitSet();
        for (List<NamedTest> tests : alternatives) {
            for (NamedTest test : tests) {
                if (test.findsNull() && arguments[test.argument()] == null) {
                    nulls.set(test.argument());
                }
            }
        }
        Condition form = forms.computeIfAbsent(nulls, this::form);
        restrictions.add(new Restriction.Matching(form, QueryArguments.of(calls, arguments, false)));
        return restrictions;
    }

    private Condition form(BitSet nulls) {
        List<Condition> each = alternatives.stream()
                .map(tests -> all(tests.stream()
                        .map(test -> test.condition(test.findsNull() && nulls.get(test.argument())))
                        .toList()))
                .toList();
        return each.size() == 1 ? each.get(0) : new Condition.Any(each);
    }

    private static Condition all(List<Condition> conditions) {
        return conditions.size() == 1 ? conditions.get(0) : new Condition.All(conditions);
    }
}
