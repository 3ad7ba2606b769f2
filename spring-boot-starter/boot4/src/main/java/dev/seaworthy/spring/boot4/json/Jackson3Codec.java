// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot4.json;

import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.json.JsonFault;
import dev.seaworthy.core.json.JsonLimits;
import dev.seaworthy.spring.json.JsonFailures;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;

final class Jackson3Codec implements JsonCodec {

    private static final int MAX_TYPES = 1_000;

    private final Supplier<JsonMapper> mapper;
    private final Map<Class<?>, Map<String, String>> names = new ConcurrentHashMap<>();

    Jackson3Codec(Supplier<JsonMapper> mapper) {
        this.mapper = mapper;
    }

    @Override
    public String propertyName(Class<?> owner, String property) {
        Map<String, String> known = names.get(owner);
        if (known == null) {
            known = introspect(owner);
            if (names.size() < MAX_TYPES) {
                names.put(owner, known);
            }
        }
        return known.getOrDefault(property, property);
    }

    @Override
    public Optional<JsonFault> fault(Throwable failure) {
        return Jackson3Faults.of(failure);
    }

    @Override
    public String write(Object value) {
        try {
            return mapper.get().writeValueAsString(value);
        } catch (JacksonException unwritable) {
            throw JsonFailures.unwritable(value.getClass(), unwritable);
        }
    }

    @Override
    public <T> T read(String json, Class<T> type, JsonLimits limits) {
        limits.check(json);
        try {
            T value = mapper.get()
                    .readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(json);
            return JsonFailures.present(value, type);
        } catch (JacksonException failure) {
            throw JsonFailures.unread(type, fault(failure), failure);
        }
    }

    private Map<String, String> introspect(Class<?> owner) {
        Map<String, String> found = new HashMap<>();
        try {
            JavaType type = mapper.get().constructType(owner);
            DeserializationConfig config = mapper.get().deserializationConfig();
            ClassIntrospector introspector = config.classIntrospectorInstance().forOperation(config);
            for (BeanPropertyDefinition property : introspector
                    .introspectForDeserialization(type, introspector.introspectClassAnnotations(type))
                    .findProperties()) {
                found.put(property.getInternalName(), property.getName());
            }
        } catch (RuntimeException cannotTell) {
            // A type that Jackson cannot introspect has no other names than its own.
            return Map.of();
        }
        return Map.copyOf(found);
    }
}
