package dev.dovetail.core.statement;

import java.util.Locale;

/** What the text of a statement tells without parsing it whole. */
final class SqlReader {

    private SqlReader() {}

    static StatementKind kind(String sql) {
        SqlTokens tokens = new SqlTokens(sql);
        while (tokens.next()) {
            if (tokens.is("with")) {
                return kindOfWith(tokens);
            }
            if (!tokens.isSign('(')) {
                return ofVerb(tokens);
            }
        }
        return StatementKind.OTHER;
    }

    /** Whether something follows a semicolon. */
    static boolean hasSeveralStatements(String sql) {
        SqlTokens tokens = new SqlTokens(sql);
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
    private static StatementKind kindOfWith(SqlTokens tokens) {
        int depth = tokens.depth();
        boolean afterOpening = false;
        boolean afterClosing = false;
        while (tokens.next()) {
            if (tokens.isWord() && (afterOpening || (afterClosing && tokens.depth() == depth))) {
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

    private static StatementKind ofVerb(SqlTokens tokens) {
        if (tokens.isQuoted()) {
            return StatementKind.OTHER;
        }
        return switch (tokens.word().toLowerCase(Locale.ROOT)) {
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
