// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    private final JsonWriter json = new JsonWriter();

    @Test
    void documentIsWrittenPieceByPiece() {
        json.beginObject()
                .name("s")
                .value("x")
                .name("n")
                .value(-1L)
                .name("d")
                .value(1.5)
                .name("b")
                .value(true)
                .name("z")
                .nullValue()
                .name("none")
                .value((String) null)
                .name("a")
                .beginArray()
                .value(1)
                .beginObject()
                .endObject()
                .beginArray()
                .endArray()
                .value("y")
                .endArray()
                .endObject();
        assertThat(json)
                .hasToString(
                        "{\"s\":\"x\",\"n\":-1,\"d\":1.5,\"b\":true,\"z\":null,\"none\":null,\"a\":[1,{},[],\"y\"]}");
    }

    @Test
    void appendsToTheGivenText() {
        StringBuilder out = new StringBuilder("data: ");
        new JsonWriter(out).value("x");
        assertThat(out).hasToString("data: \"x\"");
    }

    @Test
    void dangerousCharactersAreEscaped() {
        assertThat(json.value("\"\\/\n\r\t\b\0\u001f\u007f\u0085\u009f\u00a0\u2028\u2029 é"))
                .hasToString("\"\\\"\\\\/\\n\\r\\t\\u0008\\u0000\\u001f\\u007f\\u0085\\u009f\u00a0\\u2028\\u2029 é\"");
    }

    @Test
    void loneSurrogatesAreReplacedAndPairsKept() {
        assertThat(json.value("a\ud83d\ude00b\ud83dc\ude00\ud83d"))
                .hasToString("\"a\ud83d\ude00b\\ufffdc\\ufffd\\ufffd\"");
    }

    @Test
    void namesAreEscapedToo() {
        assertThat(json.beginObject().name("a\"\n").value(1).endObject()).hasToString("{\"a\\\"\\n\":1}");
    }

    @Test
    void numbersThatJsonDoesNotHaveAreNull() {
        json.beginArray().value(Double.NaN).value(Double.POSITIVE_INFINITY).value(Double.NEGATIVE_INFINITY);
        json.any(Float.NaN)
                .any(Double.NEGATIVE_INFINITY)
                .value(1e300)
                .value(-0.0)
                .endArray();
        assertThat(json).hasToString("[null,null,null,null,null,1.0E300,-0.0]");
    }

    @Test
    void anyWritesPlainData() {
        Map<Object, Object> data = new LinkedHashMap<>();
        data.put("min", 1);
        data.put(2, List.of(true, "x", new StringBuilder("y"), 'c'));
        data.put(null, null);
        data.put("big", new BigDecimal("12345678901234567890.10"));
        data.put("unit", TimeUnit.DAYS);
        data.put("array", new Object[] {1L, Optional.of("o"), Optional.empty()});
        data.put("path", Path.of("a", "b"));
        assertThat(json.any(data))
                .hasToString("{\"min\":1,\"2\":[true,\"x\",\"y\",\"c\"],\"null\":null,\"big\":12345678901234567890.10,"
                        + "\"unit\":\"DAYS\",\"array\":[1,\"o\",null],\"path\":\"a"
                        + (Path.of("a", "b").toString().contains("/") ? "/" : "\\\\") + "b\"}");
    }

    @Test
    void anyWritesStrangeNumbersAsText() {
        assertThat(json.any(strangeNumber("0x1F"))).hasToString("\"0x1F\"");
        assertThat(new JsonWriter().any(strangeNumber("01"))).hasToString("\"01\"");
        assertThat(new JsonWriter().any(strangeNumber("1,\"admin\":true"))).hasToString("\"1,\\\"admin\\\":true\"");
    }

    @Test
    void anySurvivesWhatThrowsOrSaysNull() {
        Object throwing = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no");
            }
        };
        Object silent = new Object() {
            @Override
            @SuppressWarnings("NullAway")
            public String toString() {
                return null;
            }
        };
        Map<Object, Object> data = new LinkedHashMap<>();
        data.put("a", throwing);
        data.put(silent, silent);
        assertThat(json.any(data)).hasToString("{\"a\":\"(unreadable)\",\"null\":\"null\"}");
    }

    @Test
    void anyEndsInCyclicData() {
        List<Object> self = new ArrayList<>();
        self.add(self);
        json.any(self);
        assertThat(json.toString())
                .startsWith("[[[")
                .contains("\"(too deep)\"")
                .hasSize(2 * JsonWriter.MAX_DEPTH + "\"(too deep)\"".length());

        Map<String, Object> doubled = new HashMap<>();
        doubled.put("a", doubled);
        doubled.put("b", doubled);
        JsonWriter bounded = new JsonWriter();
        bounded.any(doubled);
        assertThat(bounded.toString().length()).isLessThan(20 * JsonWriter.MAX_VALUES);
        assertThat(StrictJson.parse(bounded.toString())).isNotNull();
    }

    @Test
    void anyLeavesOutWhatIsTooMuch() {
        Iterable<Integer> endless =
                () -> java.util.stream.Stream.iterate(0, n -> n + 1).iterator();
        json.any(endless);
        assertThat(json.toString()).endsWith("," + (JsonWriter.MAX_VALUES - 1) + "]");
    }

    @Test
    void misuseTeaches() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new JsonWriter().beginObject().value("x"))
                .withMessage("JSON value in an object has no name, got 'string'; call name(...) before it");
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> new JsonWriter().beginObject().name("a").value(1).value(2))
                .withMessage("JSON value in an object has no name, got '2'; call name(...) before it");
        assertThatIllegalStateException()
                .isThrownBy(() -> new JsonWriter().name("a"))
                .withMessage(
                        "JSON name stands where none can be, got 'a'; call beginObject() first, then name and value"
                                + " in turn");
        assertThatIllegalStateException()
                .isThrownBy(() -> new JsonWriter().beginObject().name("a").name("b"))
                .withMessage(
                        "JSON name stands where none can be, got 'b'; call beginObject() first, then name and value"
                                + " in turn");
        assertThatIllegalStateException()
                .isThrownBy(() -> new JsonWriter().beginObject().name("a").endObject())
                .withMessage("JSON object cannot end here, got '}'; write the value of the last name first");
        assertThatIllegalStateException()
                .isThrownBy(() -> new JsonWriter().beginObject().endArray())
                .withMessage("JSON array cannot end here, got ']'; end what was begun last, and nothing twice");
        assertThatIllegalStateException()
                .isThrownBy(() -> new JsonWriter().endArray())
                .withMessage("JSON array cannot end here, got ']'; end what was begun last, and nothing twice");
        assertThatIllegalStateException()
                .isThrownBy(() -> new JsonWriter().value(1).value(true))
                .withMessage("JSON document is complete already, got 'true'; write one value per document");
        assertThatIllegalStateException()
                .isThrownBy(() -> new JsonWriter().beginArray().endArray().beginObject())
                .withMessage("JSON document is complete already, got '{'; write one value per document");
    }

    @Test
    void nestingHasItsLimit() {
        for (int i = 0; i < JsonWriter.MAX_DEPTH; i++) {
            json.beginArray();
        }
        assertThatIllegalStateException()
                .isThrownBy(json::beginObject)
                .withMessage("JSON is nested too deep, got '65'; nest 64 deep at most");
    }

    private static Number strangeNumber(String text) {
        return new Number() {
            @Override
            public int intValue() {
                return 1;
            }

            @Override
            public long longValue() {
                return 1;
            }

            @Override
            public float floatValue() {
                return 1;
            }

            @Override
            public double doubleValue() {
                return 1;
            }

            @Override
            public String toString() {
                return text;
            }
        };
    }
}
