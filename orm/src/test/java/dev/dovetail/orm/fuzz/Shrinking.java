package dev.dovetail.orm.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Cuts programs down. */
public final class Shrinking {

    private Shrinking() {}

    /** The lines that are left when those that do not matter are taken out, many at a time and then one by one. */
    public static <T> List<T> shortest(List<T> failing, Predicate<List<T>> fails) {
        List<T> lines = failing;
        for (int size = lines.size() / 2; size > 0; size = size == 1 ? 0 : size / 2) {
            for (int from = 0; from < lines.size(); ) {
                List<T> fewer = new ArrayList<>(lines.subList(0, from));
                fewer.addAll(lines.subList(Math.min(lines.size(), from + size), lines.size()));
                if (fails.test(fewer)) {
                    lines = fewer;
                } else {
                    from += size;
                }
            }
        }
        return lines;
    }
}
