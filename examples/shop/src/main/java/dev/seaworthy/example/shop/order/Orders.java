// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of orders. */
@Repository
class Orders {

    private static final String SELECT = "select id, status, total, correlation_id from orders ";

    private final JdbcClient jdbc;

    Orders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void add(Order order, NewOrder wanted, List<OrderLine> lines) {
        jdbc.sql("insert into orders (id, customer, note, status, total, correlation_id) values (?, ?, ?, ?, ?, ?)")
                .param(order.id())
                .param(wanted.customer())
                .param(wanted.note())
                .param(order.status().name())
                .param(order.total())
                .param(order.correlationId())
                .update();
        int number = 0;
        for (OrderLine line : lines) {
            jdbc.sql("insert into order_item (order_id, line_no, sku, quantity, price) values (?, ?, ?, ?, ?)")
                    .params(order.id(), number++, line.sku(), line.quantity(), line.price())
                    .update();
        }
    }

    void update(Order order) {
        jdbc.sql("update orders set status = ? where id = ?")
                .params(order.status().name(), order.id())
                .update();
    }

    Optional<Order> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(Orders::read).optional();
    }

    List<Order> newest(int limit) {
        return jdbc.sql(SELECT + "order by created_at desc, id limit ?")
                .param(limit)
                .query(Orders::read)
                .list();
    }

    private static Order read(ResultSet row, int line) throws SQLException {
        return new Order(
                row.getObject("id", UUID.class),
                OrderStatus.valueOf(row.getString("status")),
                row.getBigDecimal("total"),
                row.getString("correlation_id"));
    }
}
