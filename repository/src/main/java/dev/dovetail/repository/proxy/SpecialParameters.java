package dev.dovetail.repository.proxy;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.PageRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** The parameters of a find method that say how to sort and which part to return, by position. */
record SpecialParameters(List<Integer> limits, List<Integer> pages, List<Integer> sorts, List<Integer> conditions) {

    static SpecialParameters of(Method method) {
        SpecialParameters found =
                new SpecialParameters(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < method.getParameterCount(); i++) {
            Class<?> type = method.getParameterTypes()[i];
            List<Integer> kind = type == Limit.class
                    ? found.limits
                    : type == PageRequest.class ? found.pages : isSpecial(type) ? found.sorts : found.conditions;
            kind.add(i);
        }
        return found;
    }

    static boolean isSpecial(Class<?> type) {
        return type == Limit.class
                || type == PageRequest.class
                || type == Order.class
                || type == Sort.class
                || type == Sort[].class;
    }

    boolean any() {
        return !limits.isEmpty() || !pages.isEmpty() || !sorts.isEmpty();
    }

    /** How many parameters are orders. */
    long orders(Method method) {
        return sorts.stream()
                .filter(position -> method.getParameterTypes()[position] == Order.class)
                .count();
    }

    /** With a fixed number of results, or 0. */
    Paging paging(int first) {
        return new Paging(limits.isEmpty() ? -1 : limits.get(0), pages.isEmpty() ? -1 : pages.get(0), first);
    }
}
