// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import org.junit.jupiter.api.Test;

class FailsWithRuleTest {

    private final FailsWithRule rule = new FailsWithRule();

    @Test
    void theAnnotationSaysWhatItIs() {
        assertThat(rule.classify(new OutOfStock()))
                .isEqualTo(Classification.of(FailureClass.CONFLICT)
                        .withCode("OUT_OF_STOCK")
                        .withStatus(410));
    }

    @Test
    void subclassesInheritIt() {
        assertThat(rule.classify(new OutOfTea())).isEqualTo(rule.classify(new OutOfStock()));
    }

    @Test
    void whatIsLeftOutIsTheRows() {
        assertThat(rule.classify(new Forbidden())).isEqualTo(Classification.of(FailureClass.FORBIDDEN));
    }

    @Test
    void othersArePassedOn() {
        assertThat(rule.classify(new IllegalStateException())).isNull();
    }

    @Test
    void anAnnotationThatCannotBeRightSaysWhy() {
        assertThatThrownBy(() -> rule.classify(new Wrong())).hasMessageContaining("problem status must be 400 to 599");
    }

    @FailsWith(failureClass = FailureClass.CONFLICT, code = "OUT_OF_STOCK", status = 410)
    private static class OutOfStock extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class OutOfTea extends OutOfStock {
        private static final long serialVersionUID = 1L;
    }

    @FailsWith(failureClass = FailureClass.FORBIDDEN)
    private static final class Forbidden extends Exception {
        private static final long serialVersionUID = 1L;
    }

    @FailsWith(failureClass = FailureClass.CONFLICT, status = 200)
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
