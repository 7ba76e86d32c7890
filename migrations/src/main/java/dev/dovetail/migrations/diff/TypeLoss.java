package dev.dovetail.migrations.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows which change of a type loses digits or parts of values without an error. Too long and too large is an error. */
final class TypeLoss {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern INTEGER = Pattern.compile("(tiny|small|medium|big)?int(eger)?\\d?( unsigned)?");
    private static final Pattern DECIMAL = Pattern.compile("(numeric|decimal|decimal_text)");
    private static final Pattern FLOATING = Pattern.compile("(double( precision)?|real|float\\d?)");
    private static final Pattern MOMENT = Pattern.compile("(timestamp|datetime).*");

    private TypeLoss() {}

    static boolean between(String before, String after) {
        String from = base(before);
        String to = base(after);
        List<Integer> fromNumbers = numbers(before);
        List<Integer> toNumbers = numbers(after);
        boolean exact = DECIMAL.matcher(from).matches();
        boolean floating = FLOATING.matcher(from).matches();
        if ((exact || floating) && INTEGER.matcher(to).matches()) {
            return true;
        }
        if (exact && DECIMAL.matcher(to).matches()) {
            // Without precision, a decimal keeps every digit.
            return !toNumbers.isEmpty() && (fromNumbers.isEmpty() || scale(toNumbers) < scale(fromNumbers));
        }
        if (exact && FLOATING.matcher(to).matches()) {
            return true;
        }
        if (floating) {
            return DECIMAL.matcher(to).matches() && !toNumbers.isEmpty()
                    || (from.startsWith("double") && FLOATING.matcher(to).matches() && !to.startsWith("double"));
        }
        if (MOMENT.matcher(from).matches()) {
            boolean shorter = MOMENT.matcher(to).matches() && fraction(toNumbers) < fraction(fromNumbers);
            return to.equals("date") || to.startsWith("time ") || to.equals("time") || shorter;
        }
        return false;
    }

    private static String base(String type) {
        return type.toLowerCase(Locale.ROOT)
                .replaceAll("\\([^)]*\\)", "")
                .replaceAll(" +", " ")
                .strip();
    }

    private static int scale(List<Integer> numbers) {
        return numbers.size() > 1 ? numbers.get(1) : 0;
    }

    private static int fraction(List<Integer> numbers) {
        return numbers.isEmpty() ? 6 : numbers.get(0);
    }

    private static List<Integer> numbers(String type) {
        List<Integer> numbers = new ArrayList<>();
        int open = type.indexOf('(');
        Matcher matcher = NUMBER.matcher(open < 0 ? "" : type.substring(open));
        while (matcher.find()) {
            numbers.add(Integer.valueOf(matcher.group()));
        }
        return numbers;
    }
}
