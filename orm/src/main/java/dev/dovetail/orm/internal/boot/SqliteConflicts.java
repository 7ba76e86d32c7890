package dev.dovetail.orm.internal.boot;

import org.hibernate.community.dialect.SQLiteSqlAstTranslator;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.StandardSqlAstTranslatorFactory;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.insert.ConflictClause;
import org.hibernate.sql.exec.spi.JdbcOperation;

/** Writes {@code on conflict … do update}, which SQLite has and its dialect does not know. */
final class SqliteConflicts extends StandardSqlAstTranslatorFactory {

    @Override
    protected <T extends JdbcOperation> SqlAstTranslator<T> buildTranslator(
            SessionFactoryImplementor factory, Statement statement) {
        return new SQLiteSqlAstTranslator<>(factory, statement) {
            @Override
            protected void visitConflictClause(ConflictClause conflictClause) {
                visitStandardConflictClause(conflictClause);
            }
        };
    }
}
