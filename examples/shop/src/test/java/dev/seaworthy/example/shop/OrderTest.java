// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest extends ShopTest {

    private static final String TEA = "{\"sku\":\"TEA-1\",\"quantity\":1}";

    @Test
    void anOrderIsPricedPaidAndFoundAgain() {
        Answer placed = shop.order(ShopClient.GOOD_ORDER, "X-Correlation-Id", "order-test-0001");

        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        String id = placed.json().get("id").asString();
        assertThat(placed.header("Location")).hasValue("/api/orders/" + id);
        assertThat(placed.header("X-Correlation-Id")).hasValue("order-test-0001");
        assertThat(placed.body())
                .isEqualTo("{\"id\":\"" + id
                        + "\",\"status\":\"PAID\",\"total\":9.80,\"correlationId\":\"order-test-0001\"}");
        assertThat(shop.get("/api/orders/" + id).body()).isEqualTo(placed.body());
        assertThat(shop.get("/api/orders?limit=1").body()).isEqualTo("[" + placed.body() + "]");
    }

    @Test
    void anOrderNeedsNoNoteAndMayHaveSeveralLines() {
        Answer placed = shop.order(ShopClient.ORDER_WITHOUT_NOTE);

        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        assertThat(placed.body()).contains("\"total\":21.80,");
    }

    @Test
    void anOrderWithoutCorrelationIdGetsOne() {
        Answer placed = shop.order(ShopClient.GOOD_ORDER);

        assertThat(placed.json().get("correlationId").asString())
                .isEqualTo(placed.header("X-Correlation-Id").orElseThrow());
    }

    @Test
    void theListIsNewestFirstAndNoLongerThanAsked() {
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            placed.add(shop.order(ShopClient.GOOD_ORDER).json().get("id").asString());
        }
        Collections.reverse(placed);

        assertThat(ids(shop.get("/api/orders?limit=3"))).isEqualTo(placed.subList(0, 3));
        assertThat(ids(shop.get("/api/orders"))).isEqualTo(placed.subList(0, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1"})
    void aListOfAnotherLengthIsRefused(String limit) {
        shop.get("/api/orders?limit=" + limit).isProblem(422).pointsAt("/limit");
    }

    @Test
    void anUnknownOrderIsNotFound() {
        shop.get("/api/orders/" + UUID.randomUUID()).isProblem(404).hasCode("ORDER_NOT_FOUND");
    }

    @Test
    void aMalformedIdNamesNoOrderAndIsNotRepeated() {
        Answer answer = shop.get("/api/orders/not-an-id-51b3");

        answer.isProblem(404).hasCode("ORDER_NOT_FOUND");
        assertThat(answer.body()).doesNotContain("51b3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"customer":"ada@example.com","items":[]}                                                | /items
                    {"customer":"ada@example.com"}                                                           | /items
                    {"customer":"ada@example.com","items":[null]}                                            | /items/0
                    {"customer":"ada@example.com","items":[{"quantity":1}]}                                  | /items/0/sku
                    {"customer":"ada@example.com","items":[{"sku":"TEA-1","quantity":0}]}                    | /items/0/quantity
                    {"customer":"ada@example.com","items":[{"sku":"TEA-1","quantity":101}]}                  | /items/0/quantity
                    {"customer":"ada@example.com","items":[{"sku":"TEA-1"}]}                                 | /items/0/quantity
                    {"customer":"ada@example.com","items":[{"sku":"TEA-1","quantity":"2"}]}                  | /items/0/quantity
                    {"customer":"ada@example.com","items":[{"sku":"TEA-1","quantity":1.5}]}                  | /items/0/quantity
                    {"customer":"ada@example.com","items":[{"sku":"TEA-1","quantity":1,"gift":true}]}        | /items/0/gift
                    {"customer":"ada","items":[{"sku":"TEA-1","quantity":1}]}                                | /customer
                    {"customer":"","items":[{"sku":"TEA-1","quantity":1}]}                                   | /customer
                    {"items":[{"sku":"TEA-1","quantity":1}]}                                                 | /customer
                    {"customer":"ada@example.com","items":[{"sku":"TEA-1","quantity":1}],"coupon":"SAVE10"}  | /coupon
                    {"customer":"ada@example.com","items":[{"sku":"TEA-1","quantity":1}],"note":"a\\nb"}     | /note
                    {"customer":"ada@example.com","items":[{"sku":"TEA-1","quantity":1}],"note":"a\\u2028b"} | /note
                    {"customer":"ada@example.com","items":[{"sku":"TEA-1","quantity":1}],"note":"\\u0000"}   | /note
                    {"customer":"ada@example.com","items":[{"sku":"TEA-1","quantity":1}],"note":"\\ud83d"}   | /note
                    """)
    void whatIsWrongIsPointedAt(String order, String pointer) {
        shop.order(order).isProblem(422).pointsAt(pointer);
    }

    @Test
    void anUnknownSkuIsPointedAt() {
        shop.order("{\"customer\":\"ada@example.com\",\"items\":[" + TEA + ",{\"sku\":\"TEA-9\",\"quantity\":1}]}")
                .isProblem(422)
                .hasCode("UNKNOWN_SKU")
                .pointsAt("/items/1/sku", "UNKNOWN_SKU");
    }

    @Test
    void theShopSpeaksTheCustomersLanguage() {
        String path = "/api/orders/" + UUID.randomUUID();

        Answer german = shop.get(path, "Accept-Language", "de-AT");
        assertThat(german.json().get("title").asString()).isEqualTo("Diese Bestellung gibt es nicht");
        assertThat(german.header("Content-Language").orElse("")).startsWith("de");
        assertThat(shop.get(path, "Accept-Language", "en").json().get("title").asString())
                .isEqualTo("There is no such order");
    }

    @Test
    void brokenJsonIsNotReadable() {
        shop.order("{\"customer\":\"ada@").isProblem(400).hasCode("MALFORMED_JSON");
    }

    @Test
    void fiftyItemsAreEnough() {
        assertThat(shop.order(items(50)).status()).isEqualTo(201);
        shop.order(items(51)).isProblem(422).pointsAt("/items");
    }

    @Test
    void aNoteIsMeasuredInCodePoints() {
        assertThat(shop.order(note("\uD83C\uDF75".repeat(200))).status()).isEqualTo(201);
        shop.order(note("\uD83C\uDF75".repeat(201))).isProblem(422).pointsAt("/note");
        shop.order(note("x".repeat(201))).isProblem(422).pointsAt("/note");
    }

    @Test
    void whatANoteMustBeIsSaidWithItsLimits() {
        Answer refused = shop.order(note("a\\u202eb"));

        refused.isProblem(422).pointsAt("/note", "SINGLE_LINE");
        assertThat(refused.json().get("errors").get(0).toString())
                .contains("must be one line of 0 to 200 characters", "\"max\":200");
    }

    private static String items(int count) {
        return "{\"customer\":\"ada@example.com\",\"items\":[" + String.join(",", Collections.nCopies(count, TEA))
                + "]}";
    }

    private static String note(String note) {
        return "{\"customer\":\"ada@example.com\",\"items\":[" + TEA + "],\"note\":\"" + note + "\"}";
    }

    private static List<String> ids(Answer list) {
        return StreamSupport.stream(list.json().spliterator(), false)
                .map(order -> order.get("id").asString())
                .toList();
    }
}
