package energy.optibid;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of the domain's architecture; each says how to mend what breaks it. */
@AnalyzeClasses(packages = "energy.optibid", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Pattern FEATURE = Pattern.compile("energy\\.optibid\\.([a-z]+)(\\..*)?");
    private static final Set<Class<? extends Annotation>> SCOPES =
            Set.of(Dependent.class, ApplicationScoped.class, RequestScoped.class, Stateless.class, Singleton.class);
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    @ArchTest
    static final ArchRule FEATURES_ARE_FREE_OF_CYCLES = slices().matching("energy.optibid.(*)..")
            .should()
            .beFreeOfCycles()
            .because("features grow apart only without cycles: move what both need to the one that is used,"
                    + " or turn the call around with an event or a port");

    @ArchTest
    static final ArchRule NOBODY_REACHES_ANOTHER_FEATURES_INTERNALS = classes()
            .should(notReachInternalsOfAnotherFeature())
            .because("what is internal may change at any time: use the other feature's facade, or have it offer one");

    @ArchTest
    static final ArchRule PLATFORM_AND_QUANTITY_DEPEND_ON_NO_FEATURE = noClasses()
            .that()
            .resideInAnyPackage("energy.optibid.platform..", "energy.optibid.quantity..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("energy.optibid..")
                    .and(resideOutsideOfPackage("energy.optibid.platform.."))
                    .and(resideOutsideOfPackage("energy.optibid.quantity.."))
                    .and(resideOutsideOfPackage("energy.optibid.liquibase..")))
            .because("every feature depends on them: move the class to the feature, or give platform an interface"
                    + " that the feature implements, as DevelopmentSeed is");

    @ArchTest
    static final ArchRule REDIS_STAYS_IN_ITS_ADAPTERS = clientStaysIn("redis.clients..", "..internal.redis..");

    @ArchTest
    static final ArchRule KAFKA_STAYS_IN_ITS_ADAPTERS = clientStaysIn("org.apache.kafka..", "..internal.kafka..");

    @ArchTest
    static final ArchRule CLICKHOUSE_STAYS_IN_ITS_ADAPTERS =
            clientStaysIn("com.clickhouse..", "..internal.clickhouse..");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("energy.optibid.platform..")
            .and()
            .resideOutsideOfPackage("energy.optibid.liquibase..")
            .should()
            .callMethodWhere(asksTheMachineForTheTime())
            .because("tests and backtests set the time: inject java.time.Clock and ask it;"
                    + " a zone comes from the market's rules, never from the machine");

    @ArchTest
    static final ArchRule ENTITY_MANAGER_STAYS_INTERNAL = noClasses()
            .that()
            .resideOutsideOfPackage("..internal..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(EntityManager.class, EntityManagerFactory.class)
            .because("facades speak of the domain, not of tables: put the query into a class of <feature>.internal");

    @ArchTest
    static final ArchRule ENTITIES_STAY_INTERNAL = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .resideInAPackage("..internal..")
            .because("an entity is how a feature stores, not what it says: return a record from the facade");

    @ArchTest
    static final ArchRule NO_HTTP_IN_THE_DOMAIN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "jakarta.xml.ws..", "jakarta.websocket..")
            .because("the domain serves REST, SOAP, WebSocket and Kafka alike: translate in energy.optibid.web");

    @ArchTest
    static final ArchRule NO_FLOATING_POINT_IN_TABLES = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .notHaveRawType(floating())
            .because("stored amounts are exact: use BigDecimal, and numeric in the table");

    @ArchTest
    static final ArchRule NO_FLOATING_POINT_FOR_MONEY = methods()
            .that(speakOfMoney())
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("..internal..")
            .and()
            .areDeclaredInClassesThat()
            .areRecords()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackages("energy.optibid.optimisation..", "energy.optibid.forecasting..")
            .should()
            .notHaveRawReturnType(floating())
            .because("money is exact: use BigDecimal; only solvers and models compute in floating point");

    @ArchTest
    static final ArchRule WHAT_IS_INJECTED_INTO_IS_A_BEAN = constructors()
            .that()
            .areAnnotatedWith(Inject.class)
            .should()
            .beDeclaredInClassesThat(
                    describe("have a scope", type -> SCOPES.stream().anyMatch(type::isAnnotatedWith)))
            .because("only classes with a scope are discovered: add @Dependent, @ApplicationScoped or @Stateless");

    @ArchTest
    static final ArchRule FACADES_WITH_AN_ACTOR_ARE_BOUND_TO_ITS_ORGANISATION = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .and(takeAnActor())
            .should()
            .beAnnotatedWith(OrganisationBound.class)
            .because("PostgreSQL shows a transaction only the rows of the organisation that it was entered for:"
                    + " put @OrganisationBound on the class; what acts upon another organisation than its caller's"
                    + " does so in a transaction of its own, with an Actor of that organisation");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?)")
            .because("such a name hides the role: name the facade by what it does, the adapter by its technology");

    private static ArchRule clientStaysIn(String client, String adapters) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(adapters)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(client)
                .because("a technology can be switched off or replaced: move the call into an adapter in " + adapters
                        + " behind a port, and inject the adapter into the producer as Instance<...>");
    }

    private static DescribedPredicate<JavaMethodCall> asksTheMachineForTheTime() {
        return describe("ask the machine for the time or its zone", call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getName();
            boolean withoutArguments = call.getTarget().getRawParameterTypes().isEmpty();
            return (owner.startsWith("java.time.") && name.equals("now") && withoutArguments)
                    || (owner.equals(Clock.class.getName()) && name.startsWith("system"))
                    || (owner.equals(ZoneId.class.getName()) && name.equals("systemDefault"))
                    || (owner.equals(System.class.getName()) && name.equals("currentTimeMillis"));
        });
    }

    private static DescribedPredicate<JavaClass> floating() {
        return describe("floating point", type -> FLOATING.contains(type.getName()));
    }

    private static DescribedPredicate<JavaClass> takeAnActor() {
        return describe(
                "take an actor",
                type -> type.getMethods().stream()
                        .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                        .anyMatch(method -> method.getRawParameterTypes().stream()
                                .anyMatch(parameter -> parameter.isEquivalentTo(Actor.class))));
    }

    private static DescribedPredicate<JavaMember> speakOfMoney() {
        Pattern money = Pattern.compile("(?i).*(price|revenue|profit|cost|amount|money).*");
        return describe(
                        "speak of money",
                        (HasName member) -> money.matcher(member.getName()).matches())
                .forSubtype();
    }

    private static ArchCondition<JavaClass> notReachInternalsOfAnotherFeature() {
        return new ArchCondition<>("not reach another feature's internals") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    String target = dependency.getTargetClass().getPackageName();
                    if (target.startsWith("energy.optibid.")
                            && target.contains(".internal")
                            && !feature(target).equals(feature(item.getPackageName()))) {
                        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static String feature(String packageName) {
        Matcher matcher = FEATURE.matcher(packageName);
        return matcher.matches() ? matcher.group(1) : "";
    }
}
