package dev.dovetail.examples.orders;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.jspecify.annotations.NullMarked;

/** The arrows between modules and packages. This is the module that has all others on its classpath. */
@AnalyzeClasses(packages = "dev.dovetail", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CORE = "dev.dovetail.core..";
    private static final String REPOSITORY = "dev.dovetail.repository..";
    private static final String ORM = "dev.dovetail.orm..";
    private static final String MIGRATIONS = "dev.dovetail.migrations..";
    private static final String TESTING = "dev.dovetail.testing..";
    private static final String DATABASES = "dev.dovetail.databases..";
    private static final String GENERATED = "dev.dovetail.examples.orders.schema..";

    @ArchTest
    static final ArchRule coreIsAtTheBottom =
            noClasses().that().resideInAPackage(CORE).should().dependOnClassesThat(ours(not(resideInAPackage(CORE))));

    @ArchTest
    static final ArchRule repositoryUsesOfCoreTransactionsAndErrorsOnly = noClasses()
            .that()
            .resideInAPackage(REPOSITORY)
            .should()
            .dependOnClassesThat(ours(not(
                    resideInAnyPackage(REPOSITORY, "dev.dovetail.core.transaction..", "dev.dovetail.core.error.."))));

    @ArchTest
    static final ArchRule repositoryKnowsNoDatabaseLibrary = noClasses()
            .that()
            .resideInAPackage(REPOSITORY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "org.hibernate..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule transactionsAndErrorsKnowNoDatabaseLibrary = noClasses()
            .that()
            .resideInAnyPackage("dev.dovetail.core.transaction..", "dev.dovetail.core.error..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "org.hibernate..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule ormStandsOnCoreAndRepository = noClasses()
            .that()
            .resideInAPackage(ORM)
            .should()
            .dependOnClassesThat(ours(not(resideInAnyPackage(ORM, CORE, REPOSITORY))));

    @ArchTest
    static final ArchRule migrationsStandOnCoreAndKnowEntitiesInAutogenerateOnly = noClasses()
            .that()
            .resideInAPackage(MIGRATIONS)
            .and()
            .resideOutsideOfPackage("dev.dovetail.migrations.autogenerate..")
            .should()
            .dependOnClassesThat(ours(not(resideInAnyPackage(MIGRATIONS, CORE))));

    @ArchTest
    static final ArchRule autogenerateStandsOnCoreAndOrm = noClasses()
            .that()
            .resideInAPackage("dev.dovetail.migrations.autogenerate..")
            .should()
            .dependOnClassesThat(ours(not(resideInAnyPackage(MIGRATIONS, CORE, ORM))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule testingFindsPersistenceAndSchemaByItself = noClasses()
            .that()
            .resideInAPackage(TESTING)
            .should()
            .dependOnClassesThat(ours(not(resideInAnyPackage(TESTING, CORE, REPOSITORY, DATABASES))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule testDatabasesStandAlone = noClasses()
            .that()
            .resideInAPackage(DATABASES)
            .should()
            .dependOnClassesThat(ours(not(resideInAPackage(DATABASES))));

    @ArchTest
    static final ArchRule internalPackagesBelongToTheirModule = classes()
            .that()
            .resideInAPackage("dev.dovetail..internal..")
            .should(new ArchCondition<>("be used inside their module only") {
                @Override
                public void check(JavaClass internal, ConditionEvents events) {
                    internal.getDirectDependenciesToSelf().stream()
                            .filter(use -> !module(use.getOriginClass()).equals(module(internal)))
                            .forEach(use -> events.add(SimpleConditionEvent.violated(internal, use.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().assignedFrom(packagesOfEachModule()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .that()
            .resideOutsideOfPackage(GENERATED)
            .should(new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(
                            type, marked, type.getPackageName() + " is @NullMarked: " + marked));
                }
            });

    @ArchTest
    static final ArchRule theServiceKnowsInterfacesOnly = classes()
            .that()
            .resideInAPackage("dev.dovetail.examples.orders.service..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.dovetail.examples.orders.service..",
                    "dev.dovetail.examples.orders.model..",
                    "dev.dovetail.core.transaction..",
                    "dev.dovetail.repository",
                    "jakarta.data..",
                    "org.jspecify..",
                    "java.lang..",
                    "java.util..",
                    "java.time..");

    @ArchTest
    static final ArchRule entitiesKnowNoLibraryButTheStandard = classes()
            .that()
            .resideInAPackage("dev.dovetail.examples.orders.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.dovetail.examples.orders.model..",
                    "jakarta.persistence..",
                    "org.jspecify..",
                    "java.lang..",
                    "java.util..",
                    "java.time..");

    private static DescribedPredicate<JavaClass> ours(DescribedPredicate<JavaClass> which) {
        return resideInAPackage("dev.dovetail..").and(which);
    }

    /** The first three parts of a package's name: {@code dev.dovetail.core}. */
    private static String module(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length < 3 ? type.getPackageName() : String.join(".", parts[0], parts[1], parts[2]);
    }

    private static SliceAssignment packagesOfEachModule() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().startsWith("dev.dovetail.examples.orders.schema")
                        ? SliceIdentifier.ignore()
                        : SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages of each module";
            }
        };
    }
}
