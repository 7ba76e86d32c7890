package dev.dovetail.orm.internal.query;

import dev.dovetail.orm.internal.fetch.Origin;
import dev.dovetail.orm.query.LoadOption;
import java.util.List;

/** What is asked for by text. */
interface TextSource<R> extends Source<R> {

    /** What a row becomes. */
    Class<R> type();

    /** Its parameters with their values. */
    Parameters parameters();

    /** What it loads with its entities. */
    List<LoadOption> loads();

    /** The same with other parameters and loads. */
    TextSource<R> with(Parameters parameters, List<LoadOption> loads);

    @Override
    default String name() {
        return type().getSimpleName();
    }

    @Override
    default Origin origin(String operation) {
        return Origin.of(operation, type());
    }
}
