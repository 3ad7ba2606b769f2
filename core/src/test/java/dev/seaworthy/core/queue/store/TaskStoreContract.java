// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.queue.store.GateStore.Closing;
import dev.seaworthy.core.queue.store.NewTask.Lease;
import dev.seaworthy.core.queue.store.TaskStore.Known;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store must do. */
public abstract class TaskStoreContract {

    private static final Known MAIL = new Known("mail", Map.of("mail.send", 1));
    private static final Known EVERYTHING = new Known(null, Map.of("mail.send", 1, "pay.charge", 1));
    private static final Lease A = new Lease("node-a", Duration.ofSeconds(30));
    private static final Lease B = new Lease("node-b", Duration.ofSeconds(30));
    private static final Duration DAY = Duration.ofDays(1);

    /** An empty one. */
    protected abstract TaskStore store();

    /** Lets time pass for what is stored. */
    protected abstract void passes(Duration time) throws Exception;

    private static NewTask mail(@Nullable String key) {
        return task("mail", "mail.send", 1, key, null);
    }

    private static NewTask task(String queue, String kind, int version, @Nullable String key, @Nullable Lease lease) {
        String id = UUID.randomUUID().toString().replace("-", "");
        return new NewTask(id, queue, kind, version, "{\"to\":\"ä€😀\"}", "context;1;;", key, "digest", DAY, lease);
    }

    private String placed(NewTask task) {
        assertThat(store().place(task, false)).isEmpty();
        return task.id();
    }

    private StoredTask claimed() {
        List<StoredTask> tasks = store().claim(MAIL, 1, A);
        assertThat(tasks).hasSize(1);
        return tasks.get(0);
    }

    private StoredTask found(String id) {
        return store().find(id).orElseThrow();
    }

    private void settled(Settlement outcome) {
        assertThat(store().settle(List.of(outcome))).isEmpty();
    }

    @Test
    void anEntryComesOutAsItWentIn() {
        NewTask task = mail("key");
        placed(task);
        StoredTask claimed = claimed();
        assertThat(claimed.id()).isEqualTo(task.id());
        assertThat(claimed.queue()).isEqualTo("mail");
        assertThat(claimed.kind()).isEqualTo("mail.send");
        assertThat(claimed.version()).isEqualTo(1);
        assertThat(claimed.payload()).isEqualTo(task.payload());
        assertThat(claimed.context()).isEqualTo("context;1;;");
        assertThat(claimed.key()).isEqualTo("key");
        assertThat(claimed.principal()).isEqualTo("digest");
        assertThat(claimed.state()).isEqualTo(TaskState.RUNNING);
        assertThat(claimed.attempts()).isZero();
        assertThat(claimed.deliveries()).isEqualTo(1);
        assertThat(claimed.snoozes()).isZero();
        assertThat(claimed.fence()).isEqualTo(1);
        assertThat(claimed.isOverdue()).isFalse();
        assertThat(found(task.id()).state()).isEqualTo(TaskState.RUNNING);
    }

    @Test
    void theClockIsTheStoresOwn() {
        assertThat(Duration.between(store().now(), store().now()).abs()).isLessThan(Duration.ofMinutes(1));
        String id = placed(mail(null));
        assertThat(found(id).runAt()).isBeforeOrEqualTo(store().now());
    }

    @Test
    void whatIsClaimedIsClaimedByOneNode() {
        placed(mail(null));
        assertThat(store().claim(MAIL, 10, A)).hasSize(1);
        assertThat(store().claim(MAIL, 10, B)).isEmpty();
    }

    @Test
    void noMoreThanAskedForIsClaimed() {
        for (int i = 0; i < 5; i++) {
            placed(mail(null));
        }
        assertThat(store().claim(MAIL, 2, A)).hasSize(2);
        assertThat(store().claim(MAIL, 10, A)).hasSize(3);
    }

    @Test
    void aKnownKeyAnswersTheEntryThatHasIt() {
        String first = placed(mail("key"));
        Optional<StoredTask> holder = store().place(mail("key"), false);
        assertThat(holder).map(StoredTask::id).contains(first);
        assertThat(store().place(task("pay", "pay.charge", 1, "key", null), false))
                .as("keys belong to a kind")
                .isEmpty();
        assertThat(store().claim(MAIL, 10, A)).hasSize(1);
    }

    @Test
    void entriesWithoutAKeyAreNeverTheSame() {
        placed(mail(null));
        placed(mail(null));
        assertThat(store().claim(MAIL, 10, A)).hasSize(2);
    }

    @Test
    void aKeyIsKnownUntilItsEntryIsForgotten() throws Exception {
        placed(mail("key"));
        settled(Settlement.done(claimed(), "\"sent\""));
        assertThat(store().place(mail("key"), false)).map(StoredTask::outcome).contains("\"sent\"");
        passes(Duration.ofHours(25));
        assertThat(store().purge(MAIL, DAY, 100)).isEqualTo(1);
        placed(mail("key"));
    }

    @Test
    void unknownKindsAndNewerVersionsAreNeverTouched() throws Exception {
        NewTask stranger = task("mail", "mail.unknown", 1, null, null);
        NewTask newer = task("mail", "mail.send", 2, null, null);
        placed(stranger);
        placed(newer);
        passes(Duration.ofDays(15));
        assertThat(store().claim(MAIL, 10, A)).isEmpty();
        assertThat(store().overdue(MAIL, 10)).isEmpty();
        assertThat(store().rescue(MAIL)).isZero();
        assertThat(store().purge(MAIL, Duration.ofMillis(1), 10)).isZero();
        assertThat(found(stranger.id()).state()).isEqualTo(TaskState.READY);
        assertThat(found(newer.id()).state()).isEqualTo(TaskState.READY);
    }

    @Test
    void queuesAreClaimedOneByOne() {
        placed(task("pay", "pay.charge", 1, null, null));
        assertThat(store().claim(MAIL, 10, A)).isEmpty();
        assertThat(store().claim(new Known("pay", Map.of("pay.charge", 1)), 10, A))
                .hasSize(1);
    }

    @Test
    void aFailedAttemptWaitsAndCounts() throws Exception {
        String id = placed(mail(null));
        settled(Settlement.retry(claimed(), Duration.ofMinutes(1), "it\nfailed"));
        assertThat(store().claim(MAIL, 10, A)).isEmpty();
        assertThat(found(id).reason()).isEqualTo("it\\u000afailed");
        passes(Duration.ofMinutes(2));
        StoredTask again = claimed();
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.deliveries()).isEqualTo(2);
        assertThat(again.unheardDeliveries()).isEqualTo(1);
    }

    @Test
    void aSnoozeCostsNoAttempt() throws Exception {
        placed(mail(null));
        settled(Settlement.retry(claimed(), Duration.ZERO, "failed"));
        settled(Settlement.snooze(claimed(), Duration.ofMinutes(1), null));
        assertThat(store().claim(MAIL, 10, A)).isEmpty();
        passes(Duration.ofMinutes(2));
        StoredTask again = claimed();
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.snoozes()).isEqualTo(1);
        assertThat(again.unheardDeliveries()).isEqualTo(1);
    }

    @Test
    void aReleaseIsAsIfNothingHadHappened() {
        placed(mail(null));
        settled(Settlement.release(claimed()));
        StoredTask again = claimed();
        assertThat(again.attempts()).isZero();
        assertThat(again.deliveries()).isEqualTo(1);
        assertThat(again.unheardDeliveries()).isEqualTo(1);
    }

    @Test
    void anEndIsKeptWithItsReason() {
        String id = placed(mail(null));
        settled(Settlement.ended(claimed(), TaskState.REFUSED, 0, "no such mailbox"));
        StoredTask ended = found(id);
        assertThat(ended.state()).isEqualTo(TaskState.REFUSED);
        assertThat(ended.reason()).isEqualTo("no such mailbox");
        assertThat(ended.finishedAt()).isNotNull();
        assertThat(store().claim(MAIL, 10, A)).isEmpty();
        assertThat(store().dead(null, 10)).isEmpty();
    }

    @Test
    void aLeaseThatRunsOutIsRescued() throws Exception {
        placed(mail(null));
        claimed();
        assertThat(store().rescue(MAIL)).isZero();
        passes(Duration.ofSeconds(31));
        assertThat(store().rescue(MAIL)).isEqualTo(1);
        StoredTask again = store().claim(MAIL, 1, B).get(0);
        assertThat(again.attempts()).isZero();
        assertThat(again.unheardDeliveries()).isEqualTo(2);
    }

    @Test
    void aRenewedLeaseIsKept() throws Exception {
        String id = placed(mail(null));
        claimed();
        passes(Duration.ofSeconds(20));
        assertThat(store().renew(Set.of(id, "nobody"), A)).containsExactly(id);
        assertThat(store().renew(Set.of(id), B)).isEmpty();
        passes(Duration.ofSeconds(20));
        assertThat(store().rescue(MAIL)).isZero();
    }

    @Test
    void aLateOutcomeIsRefusedOnceSomebodyElseHasTheEntry() throws Exception {
        placed(mail(null));
        StoredTask mine = claimed();
        passes(Duration.ofSeconds(31));
        store().rescue(MAIL);
        StoredTask theirs = store().claim(MAIL, 1, B).get(0);
        assertThat(store().settle(List.of(Settlement.done(mine, null)))).containsExactly(mine.id());
        assertThat(found(mine.id()).state()).isEqualTo(TaskState.RUNNING);
        settled(Settlement.done(theirs, null));
        assertThat(store().settle(List.of(Settlement.retry(theirs, Duration.ZERO, "late"))))
                .containsExactly(mine.id());
    }

    @Test
    void outcomesAreSettledTogether() {
        List<Settlement> outcomes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            placed(mail(null));
        }
        List<StoredTask> claimed = store().claim(MAIL, 20, A);
        claimed.forEach(task -> outcomes.add(Settlement.done(task, null)));
        settled(Settlement.done(claimed.get(7), null));
        assertThat(store().settle(outcomes)).containsExactly(claimed.get(7).id());
        assertThat(store().depth()
                        .getOrDefault("mail", new TaskStore.Depth(0, 0, 0, Duration.ZERO))
                        .running())
                .isZero();
    }

    @Test
    void anIntentIsBornRunning() throws Exception {
        NewTask intent = task("mail", "mail.send", 1, "key", A);
        placed(intent);
        StoredTask stored = found(intent.id());
        assertThat(stored.state()).isEqualTo(TaskState.RUNNING);
        assertThat(stored.fence()).isEqualTo(1);
        assertThat(stored.deliveries()).isEqualTo(1);
        assertThat(store().claim(MAIL, 1, B)).isEmpty();
        assertThat(store().renew(Set.of(intent.id()), A)).hasSize(1);
        passes(Duration.ofSeconds(31));
        assertThat(store().rescue(MAIL)).isEqualTo(1);
        assertThat(claimed().key()).isEqualTo("key");
    }

    @Test
    void whatIsOverdueIsFound() throws Exception {
        String id = placed(mail(null));
        assertThat(store().overdue(MAIL, 10)).isEmpty();
        passes(Duration.ofHours(25));
        List<StoredTask> overdue = store().overdue(MAIL, 10);
        assertThat(overdue).extracting(StoredTask::id).containsExactly(id);
        assertThat(overdue.get(0).isOverdue()).isTrue();
        settled(Settlement.ended(overdue.get(0), TaskState.EXPIRED, 0, "window passed"));
        assertThat(found(id).state()).isEqualTo(TaskState.EXPIRED);
    }

    @Test
    void deadLettersAreKeptAndRedrivenOnce() throws Exception {
        String id = placed(mail("key"));
        settled(Settlement.ended(claimed(), TaskState.DEAD, 1, "gave up"));
        passes(Duration.ofDays(400));
        assertThat(store().purge(MAIL, DAY, 100)).isZero();
        assertThat(store().dead("mail", 10)).extracting(StoredTask::id).containsExactly(id);
        assertThat(store().dead("pay", 10)).isEmpty();
        assertThat(store().dead(null, 10)).hasSize(1);
        assertThat(store().redrive(List.of(id), DAY)).isEqualTo(1);
        assertThat(store().redrive(List.of(id), DAY)).isZero();
        StoredTask again = claimed();
        assertThat(again.key()).isEqualTo("key");
        assertThat(again.attempts()).isZero();
        assertThat(again.deliveries()).isEqualTo(1);
        assertThat(again.fence()).isEqualTo(3);
        assertThat(again.isOverdue()).isFalse();
    }

    @Test
    void theDepthIsMeasuredByQueue() throws Exception {
        placed(mail(null));
        placed(mail(null));
        placed(task("pay", "pay.charge", 1, null, null));
        claimed();
        settled(Settlement.ended(
                store().claim(new Known("pay", Map.of("pay.charge", 1)), 1, A).get(0), TaskState.DEAD, 1, "x"));
        passes(Duration.ofMinutes(5));
        Map<String, TaskStore.Depth> depth = store().depth();
        assertThat(depth.get("mail").ready()).isEqualTo(1);
        assertThat(depth.get("mail").running()).isEqualTo(1);
        assertThat(depth.get("mail").oldest()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
        assertThat(depth.get("pay").dead()).isEqualTo(1);
    }

    @Test
    void sixteenThreadsWithOneKeyStoreOneEntry() throws Exception {
        Set<String> ids = new HashSet<>();
        for (Optional<StoredTask> holder : together(16, () -> store().place(mail("same"), false))) {
            holder.map(StoredTask::id).ifPresent(ids::add);
        }
        assertThat(ids).hasSize(1);
        assertThat(store().claim(MAIL, 100, A)).hasSize(1);
    }

    @Test
    void eightNodesClaimEachEntryOnce() throws Exception {
        for (int i = 0; i < 200; i++) {
            placed(mail(null));
        }
        List<String> all = new ArrayList<>();
        for (List<String> some : together(8, this::claimUntilEmpty)) {
            all.addAll(some);
        }
        assertThat(all).doesNotHaveDuplicates().hasSize(200);
    }

    private List<String> claimUntilEmpty() {
        List<String> ids = new ArrayList<>();
        Lease own = new Lease(Thread.currentThread().getName(), Duration.ofMinutes(1));
        int empty = 0;
        while (empty < 3) {
            List<StoredTask> some = store().claim(MAIL, 7, own);
            some.forEach(task -> ids.add(task.id()));
            empty = some.isEmpty() ? empty + 1 : 0;
        }
        return ids;
    }

    private static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(pool.submit(work));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aGateClosesAndOpens() {
        assertThat(store().closedGates()).isEmpty();
        assertThat(store().closeGate("mail", closing("node-a"))).isTrue();
        assertThat(store().closedGates().get("mail").reason()).isEqualTo("breaker open");
        assertThat(store().closedGates().get("mail").closedBy()).isEqualTo("node-a");
        assertThat(store().closedGates().get("mail").remaining())
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        assertThat(store().openGate("mail")).isTrue();
        assertThat(store().openGate("mail")).isFalse();
        assertThat(store().closedGates()).isEmpty();
    }

    private static Closing closing(String node) {
        return new Closing(node, Duration.ofSeconds(10), "breaker open", Duration.ofSeconds(10));
    }

    @Test
    void aGateStaysOpenWhileAnotherNodeSucceeds() throws Exception {
        store().noteSuccess("mail", "node-b");
        assertThat(store().closeGate("mail", closing("node-a"))).isFalse();
        assertThat(store().closedGates()).isEmpty();
        store().noteSuccess("mail", "node-a");
        assertThat(store().closeGate("mail", closing("node-b"))).isFalse();
        passes(Duration.ofSeconds(11));
        store().noteSuccess("mail", "node-a");
        assertThat(store().closeGate("mail", closing("node-a")))
                .as("its own success does not count")
                .isTrue();
    }

    @Test
    void anOperatorClosesAGateInAnyCase() {
        store().noteSuccess("mail", "node-b");
        Closing hold = new Closing("operator", Duration.ofMinutes(10), "incident 42", Duration.ZERO);
        assertThat(store().closeGate("mail", hold)).isTrue();
        assertThat(store().closeGate("mail", new Closing("node-a", Duration.ofSeconds(1), "x", Duration.ZERO)))
                .isTrue();
        assertThat(store().closedGates().get("mail").remaining())
                .as("a shorter wish shortens nothing")
                .isGreaterThan(Duration.ofMinutes(9));
    }

    @Test
    void oneNodeProbesAndTheOneThatFailedYields() throws Exception {
        store().closeGate("mail", closing("node-a"));
        Duration yield = Duration.ofSeconds(5);
        assertThat(store().takeProbe("mail", A, yield)).as("too early").isFalse();
        passes(Duration.ofSeconds(11));
        assertThat(store().takeProbe("mail", A, yield)).isTrue();
        assertThat(store().takeProbe("mail", B, yield)).as("taken").isFalse();
        store().failProbe("mail", "node-b");
        assertThat(store().takeProbe("mail", B, yield)).as("not theirs to fail").isFalse();
        store().failProbe("mail", "node-a");
        assertThat(store().takeProbe("mail", B, yield)).as("waits again").isFalse();
        passes(Duration.ofSeconds(11));
        assertThat(store().takeProbe("mail", A, yield)).as("yields").isFalse();
        assertThat(store().takeProbe("mail", B, yield)).isTrue();
        store().returnProbe("mail", "node-b");
        assertThat(store().takeProbe("mail", B, yield)).isTrue();
        passes(Duration.ofSeconds(31));
        assertThat(store().takeProbe("mail", A, yield)).as("the lease ran out").isTrue();
    }

    @Test
    void anOpenGateHasNoProbe() {
        assertThat(store().takeProbe("mail", A, Duration.ZERO)).isFalse();
        store().closeGate("mail", closing("node-a"));
        store().openGate("mail");
        assertThat(store().takeProbe("mail", A, Duration.ZERO)).isFalse();
        store().failProbe("mail", "node-a");
        assertThat(store().closedGates()).isEmpty();
    }

    @Test
    void everythingIsKnownWithoutAQueue() throws Exception {
        placed(mail(null));
        placed(task("pay", "pay.charge", 1, null, null));
        passes(Duration.ofDays(2));
        assertThat(store().overdue(EVERYTHING, 10)).hasSize(2);
    }
}
