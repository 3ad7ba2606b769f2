// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CauseChainTest {

    @Test
    void causesComeOutermostFirst() {
        Exception root = new Exception("root");
        Exception middle = new Exception(root);
        Exception outer = new Exception(middle);

        CauseChain chain = CauseChain.of(outer);

        assertThat(chain.causes()).containsExactly(outer, middle, root);
        assertThat(chain.outermost()).isSameAs(outer);
        assertThat(chain.root()).isSameAs(root);
        assertThat(chain.complete()).isTrue();
    }

    @Test
    void nextExceptionsFollowTheCausesButAreNotTheRoot() {
        Exception root = new Exception();
        SQLException batch = new BatchUpdateException(new int[0], root);
        SQLException next = new SQLException();
        SQLException afterNext = new SQLException(new IllegalStateException());
        next.setNextException(afterNext);
        batch.setNextException(next);

        CauseChain chain = CauseChain.of(batch);

        assertThat(chain.causes()).containsExactly(batch, root, next, afterNext, afterNext.getCause());
        assertThat(chain.root()).isSameAs(root);
    }

    @Test
    void suppressedOnesAreKeptApartWithTheirOwnCausesAndSuppressedOnes() {
        Exception deep = new Exception();
        Exception closing = new Exception(new Exception());
        closing.addSuppressed(deep);
        Exception failure = new Exception();
        failure.addSuppressed(closing);

        CauseChain chain = CauseChain.of(failure);

        assertThat(chain.causes()).containsExactly(failure);
        assertThat(chain.suppressed()).containsExactly(closing, closing.getCause(), deep);
    }

    @Test
    void circlesAreWalkedOnce() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);
        first.addSuppressed(second);

        CauseChain chain = CauseChain.of(first);

        assertThat(chain.causes()).containsExactly(first, second);
        assertThat(chain.suppressed()).isEmpty();
    }

    @Test
    void endlessChainsAreCut() {
        Exception failure = new Exception();
        for (int i = 0; i < 10 * CauseChain.MAX_LINKS; i++) {
            failure = new Exception(failure);
        }
        Exception many = new Exception();
        for (int i = 0; i < 10 * CauseChain.MAX_LINKS; i++) {
            many.addSuppressed(new Exception());
        }

        assertThat(CauseChain.of(failure).causes()).hasSize(CauseChain.MAX_LINKS);
        assertThat(CauseChain.of(failure).complete()).isFalse();
        assertThat(CauseChain.of(many).suppressed()).hasSize(CauseChain.MAX_LINKS);
        assertThat(CauseChain.of(many).complete()).isFalse();
    }

    @Test
    void aLinkThatThrowsIsTheEnd() {
        Exception wild = new Exception() {
            @Override
            public synchronized @Nullable Throwable getCause() {
                throw new IllegalStateException("no");
            }
        };

        assertThat(CauseChain.of(wild).causes()).containsExactly(wild);
    }
}
