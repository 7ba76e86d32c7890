package dev.dovetail.orm.internal.query;

import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.query.TextQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query in HQL or SQL on the session of a unit of work. */
public final class SessionTextQuery<R> extends SourcedQuery<R> implements TextQuery<R> {

    private final TextSource<R> source;

    private SessionTextQuery(QueryScope scope, TextSource<R> source, Window window) {
        super(scope, source, window);
        this.source = source;
    }

    /** In HQL. */
    public static <R> TextQuery<R> hql(QueryScope scope, String hql, Class<R> type) {
        return new SessionTextQuery<>(scope, HqlSource.of(scope, hql, type), Window.ALL);
    }

    /** In native SQL. */
    public static <R> TextQuery<R> nativeSql(QueryScope scope, String sql, Class<R> type) {
        return new SessionTextQuery<>(scope, NativeSource.of(scope, sql, type), Window.ALL);
    }

    @Override
    public TextQuery<R> bind(String parameter, @Nullable Object value) {
        return new SessionTextQuery<>(
                scope(), source.with(source.parameters().with(parameter, value), source.loads()), window());
    }

    @Override
    public TextQuery<R> load(LoadOption... further) {
        List<LoadOption> all = new ArrayList<>(source.loads());
        for (LoadOption load : further) {
            if (load instanceof LoadOption.Joined || load instanceof LoadOption.Subquery) {
                throw QueryErrors.loadOfText(load);
            }
            scope().loader().require(source.type(), load.path());
        }
        all.addAll(Arrays.asList(further));
        return new SessionTextQuery<>(scope(), source.with(source.parameters(), all), window());
    }

    @Override
    public TextQuery<R> limit(int most) {
        return new SessionTextQuery<>(scope(), source, window().limitedTo(most));
    }

    @Override
    public TextQuery<R> offset(int skipped) {
        return new SessionTextQuery<>(scope(), source, window().from(skipped));
    }

    @Override
    TextQuery<R> in(QueryScope other) {
        return new SessionTextQuery<>(other, source, window());
    }
}
