// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.json;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;

/** Somebody else's strict parser, as the judge of our writer. */
final class StrictJson {

    private StrictJson() {}

    static JsonValue parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }
}
