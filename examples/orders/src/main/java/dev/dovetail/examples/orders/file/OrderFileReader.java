package dev.dovetail.examples.orders.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The orders of a file, one at a time, each checked as it is read. {@link #next} throws {@link BadInputException} for
 * the first fault. Of the orders read before it keeps only the numbers.
 */
public final class OrderFileReader implements Iterator<FileOrder>, AutoCloseable {

    private static final long MOST_CENTS = 10_000_000_000_000_000L;
    private static final int MOST_PIECES = 1_000_000;
    private static final int MOST_LINES = 1_000;

    private final CsvRows rows;
    private final KnownIds known;
    private final Map<String, Long> lineOfNumber = new HashMap<>();
    private @Nullable CsvRow ahead;

    OrderFileReader(CsvRows rows, KnownIds known) {
        this.rows = rows;
        this.known = known;
    }

    @Override
    public boolean hasNext() {
        return ahead != null || rows.hasNext();
    }

    @Override
    public FileOrder next() {
        CsvRow first = ahead != null ? ahead : rows.hasNext() ? rows.next() : null;
        if (first == null) {
            throw new NoSuchElementException();
        }
        ahead = null;
        String number = first.text("order_number", 20);
        requireNew(first, number);
        Instant orderedAt = first.instant("ordered_at");
        long userId = id(first, "email", known.users(), "the e-mail address of a known user");
        String shipTo = first.text("ship_to", 100);
        List<FileOrderLine> lines = new ArrayList<>();
        lines.add(line(first, 1, 0));
        long total = lines.get(0).totalCents();
        while (rows.hasNext()) {
            CsvRow row = rows.next();
            if (!row.text("order_number", 20).equals(number)) {
                ahead = row;
                break;
            }
            requireSame(row, "ordered_at", orderedAt, row.instant("ordered_at"), first);
            requireSame(row, "email", userId, id(row, "email", known.users(), "a known user"), first);
            requireSame(row, "ship_to", shipTo, row.text("ship_to", 100), first);
            if (lines.size() == MOST_LINES) {
                throw row.bad("order_number", "at most " + MOST_LINES + " lines in order " + number, "more");
            }
            FileOrderLine line = line(row, lines.size() + 1, total);
            lines.add(line);
            total += line.totalCents();
        }
        return new FileOrder(first.line(), number, orderedAt, userId, shipTo, lines);
    }

    @Override
    public void close() {
        rows.close();
    }

    private FileOrderLine line(CsvRow row, int number, long centsBefore) {
        long productId = id(row, "sku", known.products(), "the SKU of a known product");
        int quantity = (int) row.number("quantity", 1, MOST_PIECES);
        long price = row.number("unit_price_cents", 1, MOST_CENTS);
        if (price > (MOST_CENTS - centsBefore) / quantity) {
            throw row.bad(
                    "unit_price_cents",
                    "an order of at most " + MOST_CENTS + " cents in all",
                    price + " × " + quantity);
        }
        return new FileOrderLine(number, productId, quantity, price, row.optionalText("note", 500));
    }

    private void requireNew(CsvRow row, String number) {
        Long before = lineOfNumber.putIfAbsent(number, row.line());
        if (before != null) {
            throw row.bad(
                    "order_number",
                    "a number that no other order of the file has (the lines of an order stand together)",
                    CsvRow.quote(number) + ", which is the order of line " + before);
        }
    }

    private static void requireSame(CsvRow row, String field, Object expected, Object found, CsvRow first) {
        if (!expected.equals(found)) {
            throw row.bad(field, "the same as in line " + first.line() + " of the same order", "another value");
        }
    }

    private static long id(CsvRow row, String field, Map<String, Long> ids, String expected) {
        String text = row.text(field, 254);
        Long id = ids.get(text);
        if (id == null) {
            throw row.bad(field, expected, CsvRow.quote(text));
        }
        return id;
    }
}
