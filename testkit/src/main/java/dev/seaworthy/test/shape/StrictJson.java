// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.shape;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.Map;

/** Reads JSON as its grammar says: no duplicate names, nothing after the value. */
public final class StrictJson {

    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private StrictJson() {}

    /**
     * Reads a text that holds one object.
     *
     * @throws IllegalArgumentException if it holds anything else; the message says what is wrong
     */
    public static JsonObject object(String text) {
        // Two passes: only the reader refuses names that come twice, only the parser what comes after the object.
        try (JsonReader reader = READERS.createReader(new StringReader(text));
                JsonParser parser = Json.createParser(new StringReader(text))) {
            JsonObject object = reader.readObject();
            while (parser.hasNext()) {
                parser.next();
            }
            return object;
        } catch (JsonException | IllegalStateException wrong) {
            throw new IllegalArgumentException(
                    "body must be one JSON object, got '" + shortened(text) + "'; " + wrong.getMessage());
        }
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "..." : text;
    }
}
