package dev.dovetail.orm.internal.boot;

import dev.dovetail.core.type.SqliteText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.sql.ast.SqlAstTranslatorFactory;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;
import org.jooq.SQLDialect;

/** SQLite with dates and times as core stores them: text that sorts by time, in UTC, with three fraction digits. */
public final class SqliteTextDialect extends SQLiteDialect {

    /** For the SQLite that comes with the driver. */
    public SqliteTextDialect() {
        super(DatabaseVersion.make(3, 45));
    }

    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry registry) {
        super.contributeTypes(contributions, registry);
        JdbcTypeRegistry types = contributions.getTypeConfiguration().getJdbcTypeRegistry();
        CheckedDecimals.contribute(contributions, new SqliteNumericType());
        types.addDescriptor(SqlTypes.DOUBLE, new KeptDoubleType(SQLDialect.SQLITE));
        types.addDescriptor(SqlTypes.FLOAT, new WideFloatType(SQLDialect.SQLITE));
        types.addDescriptor(SqlTypes.REAL, new WideFloatType(SQLDialect.SQLITE));
        types.addDescriptor(
                new SqliteTextType<>(SqlTypes.TIMESTAMP, LocalDateTime.class, SqliteText::of, SqliteText::dateTime));
        for (int code : new int[] {SqlTypes.TIMESTAMP_UTC, SqlTypes.TIMESTAMP_WITH_TIMEZONE}) {
            types.addDescriptor(new SqliteTextType<>(code, Instant.class, SqliteText::of, SqliteText::instant));
        }
        types.addDescriptor(new SqliteTextType<>(SqlTypes.DATE, LocalDate.class, SqliteText::of, SqliteText::date));
        types.addDescriptor(new SqliteTextType<>(SqlTypes.TIME, LocalTime.class, SqliteText::of, SqliteText::time));
    }

    @Override
    public SqlAstTranslatorFactory getSqlAstTranslatorFactory() {
        return new SqliteConflicts();
    }

    /** The driver returns the row id of what was just inserted. */
    @Override
    public boolean getDefaultUseGetGeneratedKeys() {
        return true;
    }
}
