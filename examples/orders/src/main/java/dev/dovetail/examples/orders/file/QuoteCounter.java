package dev.dovetail.examples.orders.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Passes characters on and knows whether a quote is still open at the end, which the CSV reader takes for closed. */
final class QuoteCounter extends FilterReader {

    private boolean odd;
    private boolean ended;

    QuoteCounter(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        ended |= c < 0;
        odd ^= c == '"';
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        ended |= count < 0;
        for (int i = offset; i < offset + count; i++) {
            odd ^= buffer[i] == '"';
        }
        return count;
    }

    /** Whether everything was read. */
    boolean ended() {
        return ended;
    }

    /** Whether the number of quotes read so far is odd. */
    boolean oddQuotes() {
        return odd;
    }
}
