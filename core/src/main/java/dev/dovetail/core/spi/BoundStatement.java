package dev.dovetail.core.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the prepared and callable statements of {@link DatabaseAccess#connection()} are besides: they know what is bound to
 * them.
 */
public interface BoundStatement {

    /** Stands for what is bound as a stream, an array or another thing that cannot be read twice. */
    Object UNSEEN = new Object() {
        @Override
        public String toString() {
            return "(unseen)";
        }
    };

    /**
     * The values that were bound last, in the order of their positions, {@link #UNSEEN} among them; of a batch, those of its
     * last row. A copy.
     */
    List<@Nullable Object> boundValues();
}
