// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.Json;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonPointerTest {

    @Test
    void descendsThroughMembersAndElements() {
        assertThat(JsonPointer.ROOT.member("items").element(0).member("quantity"))
                .hasToString("/items/0/quantity");
        assertThat(JsonPointer.ROOT).hasToString("");
    }

    @Test
    void tildeAndSlashAreEscaped() {
        assertThat(JsonPointer.ROOT.member("a/b").member("m~n").member("~1").member(""))
                .hasToString("/a~1b/m~0n/~01/");
    }

    @Test
    void pointersStayUntouchedWhenDescended() {
        JsonPointer items = JsonPointer.ROOT.member("items");
        items.element(1);
        assertThat(items).isEqualTo(new JsonPointer("/items"));
    }

    @Test
    void negativeIndexIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonPointer.ROOT.element(-1))
                .withMessage("index must not be negative, got '-1'; count from 0");
    }

    @Test
    void anotherImplementationFindsTheMember() {
        long seed = new Random().nextLong();
        System.out.println("JsonPointerTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder name = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                name.append("~/01a\"\\ é".charAt(random.nextInt(9)));
            }
            String pointer = JsonPointer.ROOT
                    .member(name.toString())
                    .element(1)
                    .member("x")
                    .value();
            var document = Json.createObjectBuilder()
                    .add(
                            name.toString(),
                            Json.createArrayBuilder()
                                    .add(0)
                                    .add(Json.createObjectBuilder().add("x", "found")))
                    .build();
            assertThat(document.getValue(pointer))
                    .as("seed %s, pointer %s", seed, pointer)
                    .isEqualTo(Json.createValue("found"));
        }
    }
}
