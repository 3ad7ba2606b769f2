// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.json.JsonFault;
import dev.seaworthy.core.json.JsonLimits;
import java.util.Optional;

/** What an adapter of a Boot line brings. */
final class PlainCodec implements JsonCodec {

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public String propertyName(Class<?> owner, String property) {
        return property;
    }

    @Override
    public Optional<JsonFault> fault(Throwable failure) {
        return Optional.empty();
    }

    @Override
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    @Override
    public <T> T read(String json, Class<T> type, JsonLimits limits) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
