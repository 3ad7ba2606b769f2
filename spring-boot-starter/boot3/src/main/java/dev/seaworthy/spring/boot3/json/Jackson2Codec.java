// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot3.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.json.JsonFault;
import dev.seaworthy.core.json.JsonLimits;
import dev.seaworthy.spring.json.JsonFailures;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

final class Jackson2Codec implements JsonCodec {

    private static final int MAX_TYPES = 1_000;

    private final Supplier<ObjectMapper> mapper;
    private final Map<Class<?>, Map<String, String>> names = new ConcurrentHashMap<>();

    Jackson2Codec(Supplier<ObjectMapper> mapper) {
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
        return Jackson2Faults.of(failure);
    }

    @Override
    public String write(Object value) {
        try {
            return mapper.get().writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
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
        } catch (JsonProcessingException failure) {
            throw JsonFailures.unread(type, fault(failure), failure);
        }
    }

    private Map<String, String> introspect(Class<?> owner) {
        Map<String, String> found = new HashMap<>();
        try {
            ObjectMapper json = mapper.get();
            JavaType type = json.constructType(owner);
            for (BeanPropertyDefinition property :
                    json.getDeserializationConfig().introspect(type).findProperties()) {
                found.put(property.getInternalName(), property.getName());
            }
        } catch (RuntimeException cannotTell) {
            // A type that Jackson cannot introspect has no other names than its own.
            return Map.of();
        }
        return Map.copyOf(found);
    }
}
