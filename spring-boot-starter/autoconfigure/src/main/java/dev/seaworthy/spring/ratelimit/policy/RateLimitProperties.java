// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit.policy;

import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.http.FieldVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * What can be chosen about limits.
 *
 * @param enabled whether anybody is limited
 * @param builtIn what the policy does that holds without any declared: 20 requests a second and 200 at once for each client
 * @param fields which edition of the RateLimit response fields is spoken
 * @param legacyFields whether X-RateLimit-Limit, -Remaining and -Reset are sent as well
 * @param allow networks that no limit applies to, in CIDR notation
 * @param deny networks that nothing is served to, in CIDR notation
 * @param maxKeys how many clients of each policy are told apart in this process; beyond, new ones share by network
 * @param store where tokens are kept
 * @param penalty who does not listen to refusals
 * @param policies what one client may do, by the policy's name
 */
@ConfigurationProperties("seaworthy.ratelimit")
public record RateLimitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("auto") BuiltIn builtIn,
        @DefaultValue("draft-10") FieldVersion fields,
        @DefaultValue("false") boolean legacyFields,
        @DefaultValue List<String> allow,
        @DefaultValue List<String> deny,
        @DefaultValue("100000") int maxKeys,
        @DefaultValue StoreProperties store,
        @DefaultValue PenaltyProperties penalty,
        @DefaultValue Map<String, PolicyProperties> policies) {

    /** What all of them begin with. */
    public static final String PREFIX = "seaworthy.ratelimit";

    /** Copies. */
    public RateLimitProperties {
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
        policies = new LinkedHashMap<>(policies);
    }

    /** What the app declared. */
    public Map<String, Policy> declared() {
        Map<String, Policy> declared = new LinkedHashMap<>();
        policies.forEach((name, policy) -> {
            String property = PREFIX + ".policies." + name;
            if (name.equals(Policy.BUILT_IN)) {
                throw new InvalidConfigurationPropertyValueException(
                        property,
                        name,
                        "that is the name of the policy that holds without any declared; choose another");
            }
            declared.put(name, checked(property, policy.windows(), () -> policy.policy(name)));
        });
        return declared;
    }

    /** What a check of ours says, with the property's name and value. */
    public static <T> T checked(String property, Object value, Supplier<T> check) {
        try {
            return check.get();
        } catch (IllegalArgumentException wrong) {
            throw new InvalidConfigurationPropertyValueException(property, value, wrong.getMessage());
        }
    }
}
