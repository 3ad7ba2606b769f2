// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.json.JsonFault;
import dev.seaworthy.core.json.JsonLimits;
import dev.seaworthy.core.json.JsonReadException;
import java.util.Optional;

/** A real JSON library, as an app brings one. */
public final class TestCodec implements JsonCodec {

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
        limits.check(json);
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException unreadable) {
            throw new JsonReadException(new JsonFault(JsonFault.Kind.MALFORMED, "", ""), "not the type", unreadable);
        }
    }
}
