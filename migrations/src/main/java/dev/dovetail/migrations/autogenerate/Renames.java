package dev.dovetail.migrations.autogenerate;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.catalog.Schema;
import dev.dovetail.migrations.catalog.Table;
import dev.dovetail.migrations.diff.Rename;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Decides which renamings take place: those that somebody asked for, and those that the model says. Never by guessing. */
final class Renames {

    private final Schema before;
    private final Schema target;
    private final List<Rename> chosen = new ArrayList<>();

    private Renames(Schema before, Schema target) {
        this.before = before;
        this.target = target;
    }

    /** Tables before columns. */
    static List<Rename> of(Engine engine, Schema before, Schema target, List<String> asked, List<Rename> said) {
        Renames renames = new Renames(before, target);
        List<RenameRequest> requests = asked.stream()
                .map(text -> engine == Engine.SQLITE ? text.toLowerCase(Locale.ROOT) : text)
                .map(RenameRequest::parse)
                .toList();
        requests.stream().filter(RenameRequest::isTable).forEach(renames::table);
        said.stream().filter(rename -> rename.column() == null).forEach(renames::offer);
        for (RenameRequest request : requests) {
            String column = request.column();
            if (column != null) {
                renames.column(request, column);
            }
        }
        said.stream().filter(rename -> rename.column() != null).forEach(renames::offer);
        renames.sequences(engine);
        return List.copyOf(renames.chosen);
    }

    private void table(RenameRequest request) {
        if (before.table(request.table()) == null) {
            throw GenerateErrors.badRename(request.text(), "there is no table " + request.table());
        }
        if (before.table(request.to()) != null) {
            throw GenerateErrors.badRename(request.text(), "there is a table " + request.to() + " already");
        }
        if (target.table(request.to()) == null) {
            throw GenerateErrors.badRename(request.text(), "the model has no table " + request.to());
        }
        chosen.add(Rename.ofTable(request.table(), request.to()));
    }

    private void column(RenameRequest request, String column) {
        String table = nameOfNow(request.table());
        Table old = before.table(formerName(table));
        if (old == null) {
            throw GenerateErrors.badRename(request.text(), "there is no table " + request.table());
        }
        if (old.column(column).isEmpty()) {
            throw GenerateErrors.badRename(request.text(), "table " + table + " has no column " + column);
        }
        if (old.column(request.to()).isPresent()) {
            throw GenerateErrors.badRename(
                    request.text(), "table " + table + " has a column " + request.to() + " already");
        }
        Table now = target.table(table);
        if (now == null || now.column(request.to()).isEmpty()) {
            throw GenerateErrors.badRename(
                    request.text(), "the model has no column " + request.to() + " in table " + table);
        }
        chosen.add(Rename.ofColumn(table, column, request.to()));
    }

    /** What the model says may be done already, in which case it is nothing. */
    private void offer(Rename rename) {
        boolean taken = chosen.stream()
                .anyMatch(other ->
                        other.table().equals(rename.table()) && Objects.equals(other.column(), rename.column()));
        if (taken) {
            return;
        }
        String column = rename.column();
        if (column == null) {
            if (before.table(rename.from()) != null
                    && before.table(rename.table()) == null
                    && target.table(rename.from()) == null) {
                chosen.add(rename);
            }
            return;
        }
        Table old = before.table(formerName(rename.table()));
        Table now = target.table(rename.table());
        if (old != null
                && now != null
                && old.column(rename.from()).isPresent()
                && old.column(column).isEmpty()
                && now.column(rename.from()).isEmpty()) {
            chosen.add(rename);
        }
    }

    /** A sequence that is named after its table goes on counting where it is. */
    private void sequences(Engine engine) {
        if (engine != Engine.POSTGRESQL) {
            return;
        }
        for (Rename table : List.copyOf(chosen)) {
            for (String old : before.sequences().keySet()) {
                if (table.isTable() && old.startsWith(table.from() + "_")) {
                    String now = table.table() + old.substring(table.from().length());
                    boolean fits = target.sequences().containsKey(now)
                            && !target.sequences().containsKey(old)
                            && !before.sequences().containsKey(now);
                    if (fits) {
                        chosen.add(Rename.ofSequence(old, now));
                    }
                }
            }
        }
    }

    private String nameOfNow(String table) {
        return chosen.stream()
                .filter(rename -> rename.isTable() && rename.from().equals(table))
                .findFirst()
                .map(Rename::table)
                .orElse(table);
    }

    private String formerName(String table) {
        return chosen.stream()
                .filter(rename -> rename.isTable() && rename.table().equals(table))
                .findFirst()
                .map(Rename::from)
                .orElse(table);
    }
}
