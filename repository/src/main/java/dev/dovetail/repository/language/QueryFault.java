package dev.dovetail.repository.language;

/**
 * Something wrong with a query.
 *
 * @param position of the character where it is, from 0
 * @param problem what is wrong
 * @param suggestion what to write instead
 */
public record QueryFault(int position, String problem, String suggestion) {

    /** The line of the query with a mark below the position. */
    public String marked(String query) {
        int at = Math.min(position, query.length());
        int begin = query.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
        int end = query.indexOf('\n', at);
        String line = query.substring(begin, end < 0 ? query.length() : end);
        return line.replace('\t', ' ') + "\n" + " ".repeat(Math.max(0, at - begin)) + "^";
    }
}
