// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.catalog;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the shop sells, and for how much. */
@Repository
public class Catalog {

    private final JdbcClient jdbc;

    Catalog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The price of each of these SKUs; one that is not sold is missing from the answer. */
    public Map<String, BigDecimal> prices(Collection<String> skus) {
        Map<String, BigDecimal> prices = new HashMap<>();
        jdbc.sql("select sku, price from product where sku in (:skus)")
                .param("skus", skus)
                .query((row, line) -> prices.put(row.getString("sku"), row.getBigDecimal("price")))
                .list();
        return prices;
    }
}
