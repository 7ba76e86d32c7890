package dev.dovetail.core.page;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Cursor;
import jakarta.data.page.PageRequest.Mode;
import jakarta.data.page.impl.CursoredPageRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Makes pages of rows that were read behind or before a cursor. */
public final class KeysetPages {

    private KeysetPages() {}

    /**
     * The page of a request.
     *
     * @param read the rows in the order in which they were read, which is backward before a cursor, with one more than the
     *     page has if there is one
     * @param total counts all rows; asked only if the request wants to know
     */
    public static <T extends @Nullable Object> CursoredPage<T> of(
            PageRequest request, List<KeysetRow<T>> read, LongSupplier total) {
        boolean backward = request.mode() == Mode.CURSOR_PREVIOUS;
        boolean more = read.size() > request.size();
        List<KeysetRow<T>> kept = new ArrayList<>(more ? read.subList(0, request.size()) : read);
        if (backward) {
            Collections.reverse(kept);
        }
        boolean hasNext = backward || more;
        boolean hasPrevious = backward ? more : request.mode() == Mode.CURSOR_NEXT || request.page() > 1;
        List<T> content = new ArrayList<>();
        List<Cursor> cursors = new ArrayList<>();
        for (KeysetRow<T> row : kept) {
            content.add(row.value());
            cursors.add(Cursor.forKey(row.key().toArray()));
        }
        return new CursoredPageRecord<>(
                content,
                cursors,
                request.requestTotal() ? total.getAsLong() : -1,
                request,
                next(request, cursors, hasNext),
                previous(request, cursors, hasPrevious));
    }

    private static @Nullable PageRequest next(PageRequest request, List<Cursor> cursors, boolean exists) {
        return !exists || cursors.isEmpty()
                ? null
                : PageRequest.afterCursor(
                        cursors.get(cursors.size() - 1), request.page() + 1, request.size(), request.requestTotal());
    }

    private static @Nullable PageRequest previous(PageRequest request, List<Cursor> cursors, boolean exists) {
        return !exists || cursors.isEmpty()
                ? null
                : PageRequest.beforeCursor(
                        cursors.get(0), Math.max(1, request.page() - 1), request.size(), request.requestTotal());
    }
}
