// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonWriterFuzzTest {

    private static final int ROUNDS = 5_000;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void whateverIsWrittenIsReadBackByAStrictParser() {
        System.out.println("JsonWriterFuzzTest seed " + seed);
        for (int round = 0; round < ROUNDS; round++) {
            Object data = data(0);
            String json = new JsonWriter().any(data).toString();
            assertThat(plain(StrictJson.parse(json)))
                    .as("seed %s, json %s", seed, json)
                    .isEqualTo(expected(data));
            assertThat(json.chars().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029))
                    .as("seed %s, json %s", seed, json)
                    .isTrue();
        }
    }

    private Object data(int depth) {
        int kinds = depth > 5 ? 6 : 8;
        return switch (random.nextInt(kinds)) {
            case 0 -> text();
            case 1 -> random.nextLong();
            case 2 -> random.nextBoolean();
            case 3 -> Double.longBitsToDouble(random.nextLong());
            case 4 -> new BigDecimal(new java.math.BigInteger(100, random), random.nextInt(60) - 30);
            case 5 -> "";
            case 6 -> list(depth);
            default -> map(depth);
        };
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            list.add(random.nextInt(8) == 0 ? null : data(depth + 1));
        }
        return list;
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            // The number keeps names apart whose lone surrogates are replaced.
            map.put(i + text(), random.nextInt(8) == 0 ? null : data(depth + 1));
        }
        return map;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
                case 2 -> text.append((char) (0xd800 + random.nextInt(0x800)));
                default -> text.append((char) random.nextInt(0xa0));
            }
        }
        return text.toString();
    }

    private static Object expected(Object data) {
        if (data == null || (data instanceof Double d && !Double.isFinite(d))) {
            return "null!";
        } else if (data instanceof String text) {
            return mended(text);
        } else if (data instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        } else if (data instanceof List<?> list) {
            return list.stream().map(JsonWriterFuzzTest::expected).toList();
        } else if (data instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((name, value) -> copy.put(mended((String) name), expected(value)));
            return copy;
        }
        return data;
    }

    private static Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> "null!";
            case TRUE -> true;
            case FALSE -> false;
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue().stripTrailingZeros();
            case ARRAY ->
                ((JsonArray) value).stream().map(JsonWriterFuzzTest::plain).toList();
            case OBJECT -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                ((JsonObject) value).forEach((name, member) -> copy.put(name, plain(member)));
                yield copy;
            }
        };
    }

    private static String mended(String text) {
        return text.codePoints()
                .map(c -> c >= 0xd800 && c <= 0xdfff ? 0xfffd : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
