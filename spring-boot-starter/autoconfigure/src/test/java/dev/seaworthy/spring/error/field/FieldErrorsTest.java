// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.error.FieldError;
import dev.seaworthy.core.error.FieldError.In;
import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.json.JsonFault;
import dev.seaworthy.core.json.JsonLimits;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DataBinder;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

class FieldErrorsTest {

    /** Renames {@code unitPrice} as a naming strategy would. */
    private static final JsonCodec SNAKE = new JsonCodec() {
        @Override
        public String propertyName(Class<?> owner, String property) {
            return owner == Item.class && property.equals("unitPrice") ? "unit_price" : property;
        }

        @Override
        public Optional<JsonFault> fault(Throwable failure) {
            return Optional.empty();
        }

        @Override
        public String write(Object value) {
            throw new AssertionError("nobody writes here");
        }

        @Override
        public <T> T read(String json, Class<T> type, JsonLimits limits) {
            throw new AssertionError("nobody reads here");
        }
    };

    private final FieldErrors fields =
            new FieldErrors(() -> SNAKE, new StaticMessageSource(), new DefaultListableBeanFactory());

    @Test
    void nestedPathsBecomePointersWithJsonNames() {
        Order order =
                new Order("", List.of(new Item(1, BigDecimal.ONE), new Item(0, BigDecimal.ZERO)), Map.of("a/b", ""));

        List<FieldError> errors = fields.of(validated(order), null);

        assertThat(errors).extracting(FieldError::in).containsOnly(In.BODY);
        assertThat(errors)
                .extracting(FieldError::pointer, FieldError::code, FieldError::params)
                .containsExactly(
                        tuple("/customer", "NOT_BLANK", Map.of()),
                        tuple("/items/1/quantity", "MIN", Map.of("min", 1L)),
                        tuple("/items/1/unit_price", "DECIMAL_MIN", Map.of("min", "0.01")),
                        tuple("/notes/a~1b", "SIZE", Map.of("min", 1, "max", 9)));
    }

    @Test
    void valuesAreNeverRepeated() {
        Order order = new Order("secret\u0000value", List.of(new Item(-4711, BigDecimal.ONE)), Map.of());
        assertThat(fields.of(validated(order), null).toString())
                .doesNotContain("4711")
                .doesNotContain("secret");
    }

    @Test
    void namesFromTheClientAreCappedAndHarmless() {
        Order order = new Order("ada", List.of(), Map.of("\u202Eevil\n" + "x".repeat(100), ""));
        assertThat(fields.of(validated(order), null))
                .extracting(FieldError::pointer)
                .containsExactly("/notes/?evil?" + "x".repeat(58));
    }

    @Test
    void noMoreThanFiftyAreTold() {
        Order order = new Order(
                "ada",
                IntStream.range(0, 500)
                        .mapToObj(i -> new Item(0, BigDecimal.ONE))
                        .toList(),
                Map.of());
        assertThat(fields.of(validated(order), null)).hasSize(50);
    }

    @Test
    void formFieldsKeepJavasNamesAndTellNoClassesOfWrongTypes() throws Exception {
        DataBinder binder = new DataBinder(new Form(), "form");
        binder.bind(new MutablePropertyValues(Map.of("age", "canary")));

        List<FieldError> errors = fields.of(binder.getBindingResult(), parameter("form"));

        assertThat(errors).containsExactly(new FieldError(In.QUERY, "/age", "TYPE", "", Map.of("expected", "integer")));
    }

    @Test
    void appsOwnTextForAWrongTypeIsTaken() throws Exception {
        StaticMessageSource messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(false);
        org.springframework.context.i18n.LocaleContextHolder.setLocale(java.util.Locale.ENGLISH);
        try {
            messages.addMessage("typeMismatch.age", java.util.Locale.ENGLISH, "say how old you are");
            DataBinder binder = new DataBinder(new Form(), "form");
            binder.bind(new MutablePropertyValues(Map.of("age", "canary")));
            assertThat(new FieldErrors(() -> SNAKE, messages, new DefaultListableBeanFactory())
                            .of(binder.getBindingResult(), parameter("form")))
                    .extracting(FieldError::message)
                    .containsExactly("say how old you are");
        } finally {
            org.springframework.context.i18n.LocaleContextHolder.resetLocaleContext();
        }
    }

    @Test
    void violationsOfAHandlersArgumentPointToItsPlace() throws Exception {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Method header = Handlers.class.getDeclaredMethod("header", int.class);
            var violations = factory.getValidator()
                    .forExecutables()
                    .validateParameters(new Handlers(), header, new Object[] {99});
            assertThat(fields.ofViolations(new ConstraintViolationException(violations)))
                    .extracting(FieldError::in, FieldError::pointer, FieldError::code)
                    .containsExactly(tuple(In.HEADER, "/X-Floor", "MAX"));
        }
    }

    private static BindingResult validated(Object bean) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            DataBinder binder = new DataBinder(bean, "order");
            new SpringValidatorAdapter(validator).validate(bean, binder.getBindingResult());
            return binder.getBindingResult();
        }
    }

    private static MethodParameter parameter(String method) throws NoSuchMethodException {
        return new MethodParameter(Handlers.class.getDeclaredMethod(method, Form.class), 0);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }

    @Controller
    static class Handlers {

        void form(@ModelAttribute Form form) {}

        void header(@RequestHeader("X-Floor") @Max(7) int floor) {}
    }

    static class Form {
        private int age;

        public int getAge() {
            return age;
        }

        public void setAge(int age) {
            this.age = age;
        }
    }

    public static final class Order {
        @NotBlank
        private final String customer;

        private final List<@Valid Item> items;
        private final Map<String, @Size(min = 1, max = 9) String> notes;

        Order(String customer, List<Item> items, Map<String, String> notes) {
            this.customer = customer;
            this.items = items;
            this.notes = new HashMap<>(notes);
        }

        public String getCustomer() {
            return customer;
        }

        public List<Item> getItems() {
            return items;
        }

        public Map<String, String> getNotes() {
            return notes;
        }
    }

    public static final class Item {
        @Min(1)
        private final int quantity;

        @DecimalMin("0.01")
        private final BigDecimal unitPrice;

        Item(int quantity, BigDecimal unitPrice) {
            this.quantity = quantity;
            this.unitPrice = unitPrice;
        }

        public int getQuantity() {
            return quantity;
        }

        public BigDecimal getUnitPrice() {
            return unitPrice;
        }
    }
}
