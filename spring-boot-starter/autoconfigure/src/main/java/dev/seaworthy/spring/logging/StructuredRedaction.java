// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.logging;

import dev.seaworthy.core.redact.Redactor;
import dev.seaworthy.spring.redact.RedactionOf;
import org.springframework.boot.json.JsonWriter.MemberPath;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;
import org.springframework.core.env.Environment;

/** Masks in Boot's own structured formats (ecs, gelf, logstash), which stay what they are otherwise. */
final class StructuredRedaction implements StructuredLoggingJsonMembersCustomizer<Object> {

    private final boolean enabled;
    private final Redactor redactor;

    StructuredRedaction(Environment environment) {
        this.enabled = LogDecision.isEnabled(environment);
        this.redactor = new Redactor(RedactionOf.environment(environment));
    }

    @Override
    public void customize(Members<Object> members) {
        if (enabled) {
            members.applyingValueProcessor((ValueProcessor<Object>) this::masked);
        }
    }

    private Object masked(MemberPath path, Object value) {
        String name = path.name();
        if (!(value instanceof CharSequence || value instanceof Long)) {
            return value;
        }
        String text = value.toString();
        String masked = name == null ? redactor.text(text) : redactor.value(name, text);
        return masked.equals(text) ? value : masked;
    }
}
