// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public surface of a module as a text file in git, so that no type becomes public by accident.
 */
public final class ApiListing {

    private static final String UPDATE = "seaworthy.api.update";

    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("equals(java.lang.Object) -> boolean", "hashCode() -> int", "toString() -> java.lang.String");

    private ApiListing() {}

    /** Compares the module's surface with its {@code api.txt}; {@code -Dseaworthy.api.update} writes the file instead. */
    public static void check(String packageRoot) throws IOException {
        Path file = Path.of("api.txt");
        List<String> now = of(HouseRules.mainClasses(packageRoot));
        if (System.getProperty(UPDATE) != null) {
            Files.write(file, now);
        }
        List<String> agreed = Files.exists(file) ? Files.readAllLines(file) : List.of();
        assertThat(now)
                .as("the public surface; if the change is meant, run the test with -D%s and commit api.txt", UPDATE)
                .containsExactlyElementsOf(agreed);
    }

    private static List<String> of(JavaClasses classes) {
        List<String> lines = new ArrayList<>();
        classes.stream()
                .filter(ApiListing::isExported)
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .forEach(type -> {
                    lines.add(type.getName() + superTypes(type));
                    members(type).map(member -> "  " + member).sorted().forEach(lines::add);
                });
        return lines;
    }

    private static boolean isExported(JavaClass type) {
        Optional<JavaClass> outer = type.getEnclosingClass();
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.isAnonymousClass()
                && (outer.isEmpty() || isExported(outer.get()));
    }

    private static String superTypes(JavaClass type) {
        String all = Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
                .map(JavaClass::getName)
                .filter(name -> !name.equals("java.lang.Object"))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : " : " + all;
    }

    private static Stream<String> members(JavaClass type) {
        return type.getMembers().stream()
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED))
                .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(ApiListing::line)
                .filter(line -> !OF_EVERY_OBJECT.contains(line));
    }

    private static String line(JavaMember member) {
        String name = member.getFullName().substring(member.getOwner().getName().length() + 1);
        return member instanceof JavaMethod method
                ? name + " -> " + method.getRawReturnType().getName()
                : name;
    }
}
