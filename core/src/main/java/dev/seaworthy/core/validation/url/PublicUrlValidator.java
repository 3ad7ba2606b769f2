// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.url;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks {@link PublicUrl}, on text and on {@link java.net.URI}s. */
public final class PublicUrlValidator implements ConstraintValidator<PublicUrl, Object> {

    private Set<String> schemes = Set.of();
    private Set<Integer> ports = Set.of();

    @Override
    public void initialize(PublicUrl wanted) {
        schemes = Set.of(wanted.schemes());
        ports = Arrays.stream(wanted.ports()).boxed().collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isValid(@Nullable Object url, ConstraintValidatorContext context) {
        return url == null || isPublic(WrittenUrl.parse(url.toString()));
    }

    private boolean isPublic(@Nullable WrittenUrl url) {
        return url != null
                && schemes.contains(url.scheme())
                && (url.port() < 0 || ports.contains(url.port()))
                && Hosts.arePublic(url.host());
    }
}
