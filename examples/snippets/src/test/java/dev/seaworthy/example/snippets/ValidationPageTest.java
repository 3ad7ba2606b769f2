// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.validation.content.MoneyAmount;
import dev.seaworthy.core.validation.html.SafeHtml;
import dev.seaworthy.core.validation.name.Identifier;
import dev.seaworthy.core.validation.pattern.PatternSafe;
import dev.seaworthy.core.validation.text.SafeText;
import dev.seaworthy.core.validation.text.SingleLine;
import dev.seaworthy.core.validation.url.PublicUrl;
import dev.seaworthy.core.validation.url.SafeRedirect;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationPageTest {

    private static final Set<String> OF_EVERY_CONSTRAINT = Set.of("message", "groups", "payload", "regexp");

    @ParameterizedTest
    @ValueSource(
            classes = {
                SafeText.class,
                SingleLine.class,
                Identifier.class,
                MoneyAmount.class,
                PatternSafe.class,
                SafeHtml.class,
                SafeRedirect.class,
                PublicUrl.class,
            })
    void theDefaultsAreThoseOfTheCode(Class<? extends Annotation> constraint) throws IOException {
        String row = Files.readString(Path.of("../../docs/validation.md"))
                .lines()
                .filter(line -> line.startsWith("| `@" + constraint.getSimpleName() + "` | `") && line.contains(" = "))
                .findFirst()
                .orElseThrow();
        Set<String> said = Arrays.stream(row.split("\\|")[2].trim().split(", (?=`)"))
                .map(setting -> setting.replace("`", ""))
                .collect(Collectors.toSet());

        assertThat(said)
                .isEqualTo(Arrays.stream(constraint.getDeclaredMethods())
                        .filter(attribute -> !OF_EVERY_CONSTRAINT.contains(attribute.getName()))
                        .map(attribute -> attribute.getName() + " = " + shown(attribute))
                        .collect(Collectors.toSet()));
    }

    private static String shown(Method attribute) {
        Object value = attribute.getDefaultValue();
        if (value instanceof String[] texts) {
            return Arrays.stream(texts).map(text -> '"' + text + '"').collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof int[] numbers) {
            return Arrays.stream(numbers).mapToObj(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
        }
        return String.valueOf(value);
    }
}
