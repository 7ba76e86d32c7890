package dev.dovetail.orm.internal.schema;

import dev.dovetail.core.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.Table;

/**
 * What makes the tables of entities.
 *
 * @param sequences make the sequences that are not there
 * @param sequenceNames their names
 * @param tables by name
 */
record SchemaStatements(List<String> sequences, List<String> sequenceNames, List<TableStatements> tables) {

    static SchemaStatements of(Metadata metadata, SessionFactoryImplementor factory, Engine engine) {
        SqlStringGenerationContext context = SqlStringGenerationContextImpl.forTests(
                factory.getServiceRegistry().requireService(JdbcEnvironment.class));
        Dialect dialect = metadata.getDatabase().getDialect();
        List<String> sequences = new ArrayList<>();
        List<String> names = new ArrayList<>();
        TreeMap<String, TableStatements> tables = new TreeMap<>();
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            for (Sequence sequence : namespace.getSequences()) {
                for (String sql : dialect.getSequenceExporter().getSqlCreateStrings(sequence, metadata, context)) {
                    sequences.add(sql.replaceFirst("^create sequence ", "create sequence if not exists "));
                }
                names.add(context.format(sequence.getName()));
            }
            for (Table table : namespace.getTables()) {
                if (table.isPhysicalTable()) {
                    tables.put(table.getName(), TableStatements.of(table, engine, metadata, context));
                }
            }
        }
        return new SchemaStatements(sequences, names, List.copyOf(tables.values()));
    }
}
