// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The dependency rule and the house style as tests. Each rule says why it is there.
 */
public final class HouseRules {

    private HouseRules() {}

    /** One test for each rule that applies to a module of the floor. */
    public static Stream<DynamicTest> tests(Floor floor, String packageRoot) {
        JavaClasses house = mainClasses(packageRoot);
        return rules(floor, packageRoot).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> rule.getValue().allowEmptyShould(true).check(house)));
    }

    static Map<String, ArchRule> rules(Floor floor, String packageRoot) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "packages have no cycles",
                slices().matching(packageRoot + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("rooms that need each other are one room"));
        rules.put("floors look down only", floor(floor));
        rules.put("a room uses the foundation and itself", roomsKeepToThemselves());
        rules.put("a library lives in one room", librariesLiveInOneRoom());
        rules.put("only core.time reads a clock", clocks());
        rules.put("package names say what is in them", packageNames());
        rules.put("packages are null-marked", nullMarked());
        rules.put("the JSON writer is ours alone", jsonWriter());
        rules.put("auto-configurations are closed", autoConfigurations());
        return rules;
    }

    static JavaClasses mainClasses(String packageRoot) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(packageRoot);
    }

    private static ArchRule floor(Floor floor) {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(floor.forbiddenPackages())
                .because("the floors look down: spring to servlet to core");
    }

    private static ArchRule roomsKeepToThemselves() {
        return classes().should(new ArchCondition<>("use only the foundation and the room of their own name") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Room from = Room.of(type);
                type.getDirectDependenciesFromSelf().forEach(dependency -> {
                    Room to = Room.of(dependency.getTargetClass().getBaseComponentType());
                    if (from != null && to != null && !from.mayUse(to)) {
                        events.add(SimpleConditionEvent.violated(
                                type, from + " must not use " + to + ": " + dependency.getDescription()));
                    }
                });
            }
        });
    }

    private static ArchRule librariesLiveInOneRoom() {
        return classes().should(new ArchCondition<>("import a library only in its room") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Rooms.LIBRARIES.forEach((library, homes) -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                resides(dependency.getTargetClass().getBaseComponentType(), library))
                        .filter(dependency -> homes.stream().noneMatch(home -> resides(type, home)))
                        .forEach(dependency -> events.add(SimpleConditionEvent.violated(
                                type, library + " lives in " + homes + ": " + dependency.getDescription()))));
            }
        });
    }

    private static ArchRule clocks() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..core.time..")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod("java.time.Instant", "now")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .because("time is passed in, so that tests can move it");
    }

    private static ArchRule packageNames() {
        return noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..internal..", "..helper..")
                .because("such a name says nothing about what is inside");
    }

    private static ArchRule nullMarked() {
        return classes()
                .that(are(describe(
                        "not a package-info", type -> !type.getSimpleName().equals("package-info"))))
                .should(new ArchCondition<>("be in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                            events.add(SimpleConditionEvent.violated(
                                    type,
                                    type.getPackageName() + " has no package-info with @NullMarked, seen from "
                                            + type.getName()));
                        }
                    }
                });
    }

    private static ArchRule jsonWriter() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.seaworthy.core..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.seaworthy.core.json.JsonWriter")
                .because("it is small because only core uses it; everybody else asks core for text");
    }

    private static ArchRule autoConfigurations() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("AutoConfiguration")
                .should(new ArchCondition<>("be final without public members") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean open = !type.getModifiers().contains(JavaModifier.FINAL)
                                || type.getMethods().stream()
                                        .anyMatch(
                                                method -> method.getModifiers().contains(JavaModifier.PUBLIC));
                        if (open) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " must be final and have no public method"));
                        }
                    }
                })
                .because("its beans are the contract, not its methods");
    }

    private static boolean resides(JavaClass type, String packageIdentifier) {
        return PackageMatcher.of(packageIdentifier).matches(type.getPackageName());
    }
}
