package energy.optibid.web;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the web module's architecture; each says how to mend what breaks it. */
@AnalyzeClasses(packages = "energy.optibid.web", importOptions = ImportOption.DoNotIncludeTests.class)
class WebArchitectureTest {

    @ArchTest
    static final ArchRule THE_WEB_USES_FACADES_ONLY = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("energy.optibid.*.internal..")
            .because("what is internal to a feature may change at any time: use its facade, or have it offer one");

    @ArchTest
    static final ArchRule THE_WEB_STORES_NOTHING = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "org.hibernate..")
                            .and(not(assignableTo(Throwable.class))))
            .because("the web translates failures of the database, and stores nothing:"
                    + " move the query behind a feature's facade");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .callMethod(java.time.ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests set the time: inject java.time.Clock and ask it");
}
