package dev.dovetail.repository.language;

import dev.dovetail.repository.language.QueryStatement.Kind;
import dev.dovetail.repository.language.Syntax.From;
import dev.dovetail.repository.language.Syntax.OrderItem;
import dev.dovetail.repository.language.Syntax.SetItem;
import dev.dovetail.repository.language.Syntax.Statement;
import dev.dovetail.repository.language.Syntax.Test;
import dev.dovetail.repository.language.Syntax.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a whole query. */
final class StatementParser {

    private final Words words;
    private final ValueParser values;

    private StatementParser(String query) {
        this.words = new Words(query);
        this.values = new ValueParser(words);
    }

    /**
     * The query as it is written.
     *
     * @throws BrokenQueryException if it does not follow the grammar
     */
    static Statement parse(String query) {
        StatementParser parser = new StatementParser(query);
        Statement statement = parser.words.accept("update")
                ? parser.update()
                : parser.words.accept("delete") ? parser.delete() : parser.select();
        if (parser.words.peek().kind() != Token.Kind.END) {
            throw parser.words.unexpected("the end of the query");
        }
        return statement;
    }

    private Statement select() {
        boolean counts = false;
        List<Value> selected = new ArrayList<>();
        if (words.accept("select")) {
            counts = words.peek().is("count")
                    && words.peek(1).is("(")
                    && words.peek(2).is("this");
            if (counts) {
                words.next();
                words.next();
                words.next();
                words.expect(")");
            } else {
                do {
                    selected.add(values.value());
                } while (words.accept(","));
            }
        }
        From from = words.accept("from") ? from() : null;
        Test where = where();
        List<OrderItem> order = words.accept("order", "by") ? order() : List.of();
        return new Statement(Kind.SELECT, from, counts, selected, List.of(), where, order);
    }

    private Statement update() {
        From entity = from();
        words.expect("set");
        List<SetItem> assignments = new ArrayList<>();
        do {
            Syntax.Path path = values.path();
            words.expect("=");
            assignments.add(new SetItem(path, words.accept("null") ? null : values.value()));
        } while (words.accept(","));
        return new Statement(Kind.UPDATE, entity, false, List.of(), assignments, where(), List.of());
    }

    private Statement delete() {
        words.expect("from");
        From entity = from();
        return new Statement(Kind.DELETE, entity, false, List.of(), List.of(), where(), List.of());
    }

    private From from() {
        int position = words.peek().position();
        String entity = words.expectName("the name of an entity");
        boolean named = words.accept("as");
        boolean alias = words.peek().kind() == Token.Kind.WORD
                && !words.peek().is("where")
                && !words.peek().is("order")
                && !words.peek().is("set");
        return new From(position, entity, named || alias ? words.expectName("a name for the entity") : null);
    }

    private @Nullable Test where() {
        return words.accept("where") ? new ConditionParser(words, values).condition() : null;
    }

    private List<OrderItem> order() {
        List<OrderItem> order = new ArrayList<>();
        do {
            Value value = values.value();
            boolean descending = words.accept("desc");
            if (!descending) {
                words.accept("asc");
            }
            order.add(new OrderItem(value, descending));
        } while (words.accept(","));
        return order;
    }
}
