// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.trace;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All the throwables that one failure is made of, each once. Immutable.
 *
 * @param causes the failure itself, then its causes down to the root, then what {@link SQLException#getNextException()}
 *     adds to any of them
 * @param suppressed what was suppressed in any of them, with its own causes
 * @param depth how many of {@code causes} are the failure and its causes
 * @param complete whether nothing was left out: each list ends after {@value #MAX_LINKS}
 */
public record CauseChain(List<Throwable> causes, List<Throwable> suppressed, int depth, boolean complete) {

    /** Whoever nests deeper has told enough. */
    public static final int MAX_LINKS = 64;

    /** Copies the lists. */
    public CauseChain {
        causes = List.copyOf(causes);
        suppressed = List.copyOf(suppressed);
    }

    /** Follows the links of a failure, without recursion. Cyclic links are followed once; a link that throws ends there. */
    public static CauseChain of(Throwable failure) {
        return new Walk().chain(failure);
    }

    /** What the caller caught. */
    public Throwable outermost() {
        return causes.get(0);
    }

    /** Where it began. */
    public Throwable root() {
        return causes.get(depth - 1);
    }

    private static final class Walk {

        private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private boolean complete = true;

        CauseChain chain(Throwable failure) {
            List<Throwable> causes = new ArrayList<>();
            follow(causes, failure);
            int depth = causes.size();
            for (int i = 0; i < causes.size(); i++) {
                if (causes.get(i) instanceof SQLException sql) {
                    follow(causes, next(sql, SQLException::getNextException));
                }
            }
            List<Throwable> suppressed = new ArrayList<>();
            causes.forEach(link -> follow(suppressed, link.getSuppressed()));
            for (int i = 0; i < suppressed.size(); i++) {
                follow(suppressed, suppressed.get(i).getSuppressed());
            }
            return new CauseChain(causes, suppressed, depth, complete);
        }

        private void follow(List<Throwable> links, Throwable[] starts) {
            for (Throwable start : starts) {
                if (links.size() >= MAX_LINKS) {
                    complete = false;
                    return;
                }
                follow(links, start);
            }
        }

        private void follow(List<Throwable> links, @Nullable Throwable start) {
            Throwable link = start;
            while (link != null && seen.add(link)) {
                if (links.size() >= MAX_LINKS) {
                    complete = false;
                    return;
                }
                links.add(link);
                link = next(link, Throwable::getCause);
            }
        }

        private static <T extends Throwable> @Nullable Throwable next(
                T link, Function<T, ? extends @Nullable Throwable> step) {
            try {
                return step.apply(link);
            } catch (RuntimeException | Error brokenLink) {
                return null;
            }
        }
    }
}
