package dev.dovetail.core.bulk;

import static dev.dovetail.core.bulk.BulkRow.row;

import dev.dovetail.core.Database;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A bulk insert as a program of its own, to be killed or to get little memory. */
final class BulkProgram {

    static final Table<Record> LINES = DSL.table(DSL.name("lines"));
    static final Field<Long> NUMBER = DSL.field(DSL.name("number"), SQLDataType.BIGINT.notNull());
    static final Field<String> TEXT = DSL.field(DSL.name("text"), SQLDataType.CLOB.notNull());
    static final BulkCheckpoint CHECKPOINT = BulkCheckpoint.named("lines");

    private BulkProgram() {}

    /**
     * Inserts lines.
     *
     * @param args the URL, how many rows, how many characters a row, commit every so many or 0, and at which row to stop
     *     and wait for its end, or -1
     */
    public static void main(String[] args) {
        long rows = Long.parseLong(args[1]);
        String text = "x".repeat(Integer.parseInt(args[2]));
        int every = Integer.parseInt(args[3]);
        long stopAt = Long.parseLong(args[4]);
        try (Database db = Database.open(args[0])) {
            long inserted = insert(db, every).rows(LongStream.range(0, rows).boxed(), number -> {
                if (number == stopAt) {
                    waitForTheEnd();
                }
                return row(number, text + number);
            });
            System.out.println("inserted " + inserted);
        }
    }

    static BulkInsert<?> insert(Database db, int every) {
        BulkInsert<?> insert = db.bulk().insert(LINES).columns(NUMBER, TEXT);
        return every == 0 ? insert : insert.committingEvery(every, CHECKPOINT);
    }

    private static void waitForTheEnd() {
        System.out.println("waiting");
        try {
            // Until the process is killed; its parent never writes.
            int read = System.in.read();
            throw new IllegalStateException("nobody should write, got " + read);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Starts it with these arguments. */
    static Process start(int megabytes, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xmx" + megabytes + "m",
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true",
                "-cp",
                System.getProperty("java.class.path"),
                BulkProgram.class.getName()));
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Reads its output up to a line that begins like this, or to the end. */
    static String awaitLine(Process process, String beginning) throws IOException {
        var reader = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder before = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
            before.append(line).append('\n');
        }
        return "ended without '" + beginning + "': " + before;
    }
}
