package dev.dovetail.examples.orders.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the fields of a record; knows where it is, and the first fault that only shows in the raw field. */
final class RecordCollector extends AbstractBaseCsvCallbackHandler<RawRecord> {

    private final List<String> fields = new ArrayList<>();
    private @Nullable Fault fault;

    @Override
    protected void handleBegin(long startingLineNumber) {
        fields.clear();
    }

    @Override
    protected void handleField(int fieldIndex, char[] buffer, int offset, int length, boolean quoted) {
        String field = new String(buffer, offset, length);
        fields.add(field);
        if (fault == null && !quoted && field.indexOf('"') >= 0) {
            fault = new Fault(
                    line(),
                    fieldIndex,
                    "quotes around the whole field, and a quote inside it written twice",
                    "a quote inside an unquoted field");
        }
        if (fault == null && field.indexOf('\uFFFD') >= 0) {
            fault = new Fault(
                    line(), fieldIndex, "text in UTF-8", "bytes that are none, or U+FFFD which stands for such");
        }
    }

    @Override
    protected RawRecord buildRecord() {
        return new RawRecord(line(), fields);
    }

    /** The line in which the record starts that is being read. */
    long line() {
        return getStartingLineNumber();
    }

    /** The index of the field that is being read. */
    int column() {
        return fields.size();
    }

    /** The first fault in the fields so far, or null. */
    @Nullable
    Fault fault() {
        return fault;
    }

    record Fault(long line, int column, String expected, String found) {}
}
