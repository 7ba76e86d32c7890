package dev.dovetail.core.statement;

import dev.dovetail.core.internal.text.SqlScanner;

/** What the text of a statement tells without parsing it whole. */
final class SqlReader {

    private SqlReader() {}

    static StatementKind kind(String sql) {
        SqlScanner tokens = new SqlScanner(null, sql);
        while (tokens.next()) {
            if (tokens.is("with")) {
                return kindOfWith(tokens);
            }
            if (!tokens.isSign('(')) {
                StatementKind kind = ofVerb(tokens);
                return kind == StatementKind.SELECT ? kindOfSelect(tokens) : kind;
            }
        }
        return StatementKind.OTHER;
    }

    /** Whether something follows a semicolon. */
    static boolean hasSeveralStatements(String sql) {
        SqlScanner tokens = new SqlScanner(null, sql);
        boolean ended = false;
        while (tokens.next()) {
            if (ended && !tokens.isSign(';')) {
                return true;
            }
            ended |= tokens.isSign(';');
        }
        return false;
    }

    /** A verb that writes stands behind the parenthesis that opens or ends a common table expression. */
    private static StatementKind kindOfWith(SqlScanner tokens) {
        int depth = tokens.depth();
        boolean afterOpening = false;
        boolean afterClosing = false;
        while (tokens.next()) {
            if (tokens.isName() && (afterOpening || (afterClosing && tokens.depth() == depth))) {
                StatementKind kind = ofVerb(tokens);
                if (kind.writes()) {
                    return kind;
                }
            }
            afterOpening = tokens.isSign('(');
            afterClosing = tokens.isSign(')');
        }
        return StatementKind.SELECT;
    }

    /** H2's {@code select … from final table (insert …)} runs the statement in it, likewise with old and new. */
    private static StatementKind kindOfSelect(SqlScanner tokens) {
        boolean afterDelta = false;
        boolean afterTable = false;
        while (tokens.next()) {
            if (afterTable
                    && tokens.isSign('(')
                    && tokens.next()
                    && ofVerb(tokens).writes()) {
                return ofVerb(tokens);
            }
            afterTable = afterDelta && tokens.is("table");
            afterDelta = tokens.is("old") || tokens.is("new") || tokens.is("final");
        }
        return StatementKind.SELECT;
    }

    private static StatementKind ofVerb(SqlScanner tokens) {
        return switch (tokens.keyword()) {
            case "select", "values", "table" -> StatementKind.SELECT;
            case "insert", "replace" -> StatementKind.INSERT;
            case "update" -> StatementKind.UPDATE;
            case "delete" -> StatementKind.DELETE;
            case "merge" -> StatementKind.MERGE;
            case "copy" -> StatementKind.COPY;
            case "create", "alter", "drop", "truncate", "rename", "comment", "grant", "revoke" -> StatementKind.DDL;
            default -> StatementKind.OTHER;
        };
    }
}
