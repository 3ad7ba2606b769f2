// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.benchmarks.queue;

import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.json.JsonFault;
import dev.seaworthy.core.json.JsonLimits;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The app's own JSON library. */
final class TextCodec implements JsonCodec {

    private final JsonMapper mapper = new JsonMapper();

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
        return mapper.writeValueAsString(value);
    }

    @Override
    public <T> T read(String json, Class<T> type, JsonLimits limits) {
        limits.check(json);
        return mapper.readValue(json, type);
    }
}
