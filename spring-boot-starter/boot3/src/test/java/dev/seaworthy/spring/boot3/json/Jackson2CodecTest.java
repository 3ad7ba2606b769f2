// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot3.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaworthy.core.json.JsonFault;
import dev.seaworthy.core.json.JsonFault.Kind;
import dev.seaworthy.core.json.JsonLimits;
import dev.seaworthy.core.json.JsonReadException;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class Jackson2CodecTest {

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private final Jackson2Codec codec = new Jackson2Codec(() -> mapper);

    @Test
    void namesAreThoseOfTheWire() {
        assertThat(codec.propertyName(Item.class, "unitPrice")).isEqualTo("unit_price");
        assertThat(codec.propertyName(Item.class, "sku")).isEqualTo("sku");
        assertThat(codec.propertyName(Item.class, "unheardOf")).isEqualTo("unheardOf");
        assertThat(codec.propertyName(int.class, "value")).isEqualTo("value");
    }

    @Test
    void whatIsWrittenCanBeReadAgain() {
        Note note = new Note("deliver <b>& ring</b>", List.of(1, 2));

        String json = codec.write(note);

        assertThat(codec.read(json, Note.class, JsonLimits.withDefaults())).isEqualTo(note);
        assertThat(codec.read(json, Object.class, JsonLimits.withDefaults()))
                .isEqualTo(Map.of("note_text", "deliver <b>& ring</b>", "numbers", List.of(1, 2)));
    }

    @Test
    void textThatDoesNotFitIsRefusedWithItsFaultAndWithoutItsContent() {
        assertThat(unread("{\"note_text\":\"s3cret\",\"numbers\":[\"s3cret\"]}").fault())
                .isEqualTo(new JsonFault(Kind.WRONG_TYPE, "/numbers/0", "integer"));
        assertThat(unread("{\"note_text\":\"s3cret\",\"numbers\":[1]} more")
                        .fault()
                        .kind())
                .isEqualTo(Kind.MALFORMED);
        assertThat(unread("null").fault().kind()).isEqualTo(Kind.MISSING_VALUE);
        assertThat(unread("").fault().kind()).isEqualTo(Kind.MALFORMED);
        assertThat(unread("{\"note_text\":{\"s3cret\":1}}")).message().doesNotContain("s3cret");
    }

    @Test
    void limitsAreLookedAtFirst() {
        JsonLimits narrow = new JsonLimits(100, 3, 100);

        assertThat(catchThrowableOfType(JsonReadException.class, () -> codec.read("[[[[]]]]", Object.class, narrow))
                        .fault()
                        .kind())
                .isEqualTo(Kind.LIMIT_EXCEEDED);
    }

    @Test
    void typesThatCannotTravelAreTheCallersMistake() {
        assertThatThrownBy(() -> codec.write(new Loop()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be written as JSON, got a '" + Loop.class.getName() + "'");
        assertThatThrownBy(() -> codec.read("{}", Runnable.class, JsonLimits.withDefaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be read into a 'java.lang.Runnable'");
    }

    private JsonReadException unread(String text) {
        return catchThrowableOfType(
                JsonReadException.class, () -> codec.read(text, Note.class, JsonLimits.withDefaults()));
    }

    record Note(String noteText, List<Integer> numbers) {}

    static class Loop {
        public Loop getSelf() {
            return this;
        }
    }

    @Test
    void whatIsNoJsonIsMalformed() {
        for (String text : new String[] {"", "{", "{\"items\":[", "nope", "{\"items\": [}", "{'items':1}"}) {
            assertThat(fault(text).kind()).as(text).isEqualTo(Kind.MALFORMED);
        }
    }

    @Test
    void wrongTypeIsPointedAtInTheWordsOfJson() {
        assertThat(fault("{\"items\":[{\"sku\":\"a\",\"unit_price\":\"much\",\"day\":\"MONDAY\",\"id\":null}]}"))
                .isEqualTo(new JsonFault(Kind.WRONG_TYPE, "/items/0/unit_price", "integer"));
        assertThat(fault("{\"items\":{}}")).isEqualTo(new JsonFault(Kind.WRONG_TYPE, "/items", "array"));
        assertThat(fault("{\"items\":[{\"sku\":\"a\",\"unit_price\":1,\"day\":\"SOMEDAY\",\"id\":null}]}"))
                .isEqualTo(new JsonFault(Kind.WRONG_TYPE, "/items/0/day", "string"));
        assertThat(fault("{\"items\":[{\"sku\":\"a\",\"unit_price\":1,\"day\":\"MONDAY\",\"id\":\"x\"}]}"))
                .isEqualTo(new JsonFault(Kind.WRONG_TYPE, "/items/0/id", "uuid"));
        assertThat(fault("[]").kind()).isEqualTo(Kind.WRONG_TYPE);
    }

    @Test
    void numberTooBigForItsPlaceIsOfTheWrongType() {
        assertThat(fault("{\"items\":[{\"sku\":\"a\",\"unit_price\":99999999999,\"day\":\"MONDAY\",\"id\":null}]}"))
                .isEqualTo(new JsonFault(Kind.WRONG_TYPE, "/items/0/unit_price", "integer"));
    }

    @Test
    void unknownPropertyIsPointedAt() {
        assertThat(fault(
                        "{\"items\":[{\"sku\":\"a\",\"unit_price\":1,\"day\":\"MONDAY\",\"id\":null,\"surprise\":1}]}"))
                .isEqualTo(new JsonFault(Kind.UNKNOWN_PROPERTY, "/items/0/surprise", ""));
    }

    @Test
    void missingValueIsPointedAt() {
        JsonFault fault = fault("{\"items\":[{\"sku\":\"a\",\"day\":\"MONDAY\",\"id\":null}]}");
        assertThat(fault.kind()).isEqualTo(Kind.MISSING_VALUE);
        assertThat(fault.pointer()).isEqualTo("/items/0/unit_price");
    }

    @Test
    void limitsAreTold() {
        String deep = "[".repeat(StreamReadConstraints.DEFAULT_MAX_DEPTH + 2);
        Throwable failure = catchThrowable(() -> mapper.readTree(deep));
        assertThat(codec.fault(failure)).get().extracting(JsonFault::kind).isEqualTo(Kind.LIMIT_EXCEEDED);
    }

    @Test
    void ourOwnMistakesAreNotTheClients() {
        assertThat(codec.fault(catchThrowable(() -> mapper.writeValueAsString(new Unwritable()))))
                .isEmpty();
        assertThat(codec.fault(catchThrowable(() -> mapper.readValue("{}", Unreadable.class))))
                .isEmpty();
        assertThat(codec.fault(new IllegalStateException())).isEmpty();
    }

    private JsonFault fault(String text) {
        Throwable failure = catchThrowable(() -> mapper.readValue(text, Order.class));
        return codec.fault(failure).orElseThrow(() -> new AssertionError("no fault for " + text, failure));
    }

    record Order(List<Item> items) {}

    record Item(String sku, int unitPrice, DayOfWeek day, UUID id) {}

    interface Unreadable {}

    public static final class Unwritable {
        public String getBroken() {
            throw new IllegalStateException("broken getter");
        }
    }
}
