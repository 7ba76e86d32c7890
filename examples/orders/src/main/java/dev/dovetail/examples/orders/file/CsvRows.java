package dev.dovetail.examples.orders.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file, one at a time, so that memory does not grow with the file. Strict: UTF-8, a header with
 * exactly the expected fields, quotes as in RFC 4180, as many fields in each record as in the header.
 */
final class CsvRows implements Iterator<CsvRow>, AutoCloseable {

    private final String file;
    private final List<String> fields;
    private final QuoteCounter input;
    private final RecordCollector collector = new RecordCollector();
    private final CsvReader<RawRecord> reader;
    private final Iterator<RawRecord> records;
    private @Nullable RawRecord next;

    /**
     * Opens a file and reads its header.
     *
     * @throws BadInputException if it cannot be read or has another header
     */
    CsvRows(CsvSource source, List<String> fields) {
        this.file = source.name();
        this.fields = fields;
        this.input = new QuoteCounter(new InputStreamReader(source.open(), StandardCharsets.UTF_8));
        this.reader = CsvReader.builder()
                .detectBomHeader(false)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .build(collector, input);
        this.records = reader.iterator();
        try {
            checkHeader();
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return next != null;
    }

    @Override
    public CsvRow next() {
        RawRecord current = hasNext() ? next : null;
        if (current == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return new CsvRow(file, fields, current);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void checkHeader() {
        RawRecord header = read();
        if (header == null) {
            throw BadInputException.inField(
                    file, 1, fields.get(0), "the header " + String.join(",", fields), "an empty file");
        }
        for (int i = 0; i < Math.max(fields.size(), header.fields().size()); i++) {
            String expected = i < fields.size() ? fields.get(i) : null;
            String found = i < header.fields().size() ? header.fields().get(i) : null;
            if (expected == null || !expected.equals(found)) {
                throw BadInputException.inField(
                        file,
                        header.line(),
                        expected == null ? "after " + fields.get(fields.size() - 1) : expected,
                        "the header " + String.join(",", fields),
                        found == null ? "nothing" : CsvRow.quote(found));
            }
        }
    }

    private @Nullable RawRecord read() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            RawRecord record = records.next();
            check(record);
            return record;
        } catch (CsvParseException malformed) {
            Throwable cause = malformed.getCause() == null ? malformed : malformed.getCause();
            throw fault(
                    collector.line(),
                    collector.column(),
                    "a field as RFC 4180 has it, where a quote inside quotes is written twice",
                    "this: " + cause.getMessage());
        } catch (UncheckedIOException failure) {
            throw BadInputException.inFile(file, "a CSV file that can be read", "this: " + failure);
        }
    }

    private void check(RawRecord record) {
        RecordCollector.Fault found = collector.fault();
        if (found != null) {
            throw fault(found.line(), found.column(), found.expected(), found.found());
        }
        if (input.ended() && input.oddQuotes() && !records.hasNext()) {
            throw fault(record.line(), record.fields().size() - 1, "a closing quote", "none up to the end of the file");
        }
    }

    private BadInputException fault(long line, int column, String expected, String found) {
        String field = fields.get(Math.min(column, fields.size() - 1));
        return BadInputException.inField(file, line, field, expected, found);
    }
}
