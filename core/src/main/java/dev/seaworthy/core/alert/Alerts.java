// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells the team once, not a thousand times: the same alert is silent for a cool-down after it was told. What was silenced
 * is told as one summary, and what is over is told to those who know that it began. Thread-safe; raising never throws.
 *
 * <p>Alerts that were {@linkplain #builder() built} are sent in the background: raising never blocks, each sink has a queue
 * and a thread of its own, and time does the rest. Those made by the {@linkplain #Alerts(TimeSource, Telemetry, List)
 * constructor} need no thread and suit tests: the thread that raises calls the sinks, one after the other, and what time
 * brings is told when {@link #settle()} is called, or something is raised.
 *
 * <p>Counts {@code seaworthy.alert.sent}, {@code seaworthy.alert.silenced}, {@code seaworthy.alert.digests} and {@code
 * seaworthy.alert.resolved}; by sink {@code seaworthy.alert.sink-failed} and {@code seaworthy.alert.dropped}.
 */
public final class Alerts implements AutoCloseable {

    /** How long the same alert stays silent, unless chosen otherwise. */
    public static final Duration COOL_DOWN = Duration.ofMinutes(5);

    /**
     * So many different alerts are told apart at most. Beyond, new subjects share the cool-down of their code, so that a
     * flood of subjects is no flood of alerts.
     */
    public static final int MAX_SUBJECTS = 1_000;

    /** More codes than this are not {@linkplain #watch watched}. */
    public static final int MAX_WATCHED = 100;

    /** How often a watched code is asked whether it is over, while it goes on. */
    public static final Duration WATCH_EVERY = Duration.ofSeconds(5);

    /** The code of the alert that a sink takes none; its subject is the sink's name. It is told to the other sinks. */
    public static final String SINK_FAILED = "ALERT_SINK_FAILED";

    private final TimeSource time;
    private final Telemetry telemetry;
    private final AlertSettings settings;
    private final Duration patience;
    private final List<Lane> lanes;
    private final Ledger ledger;
    private final Map<String, Watch> watches = new ConcurrentHashMap<>();
    private final @Nullable ExecutorService clock;
    private long nextPulse;
    private boolean pulsing;

    /** Sends to all the sinks, in their order, on the thread that raises. */
    public Alerts(TimeSource time, Telemetry telemetry, List<AlertSink> sinks) {
        this(new AlertsBuilder().time(time).telemetry(telemetry).sinks(sinks), false);
    }

    Alerts(AlertsBuilder parts, boolean inBackground) {
        time = parts.time;
        telemetry = parts.telemetry;
        settings = parts.settings;
        patience = parts.patience;
        lanes = parts.lanes(this::sinkChanged, inBackground);
        ledger = new Ledger(settings, MAX_SUBJECTS);
        clock = inBackground ? Lane.idleThread("seaworthy-alerts") : null;
    }

    /** Sets up alerts that are sent in the background; {@link #close()} them in the end. */
    public static AlertsBuilder builder() {
        return new AlertsBuilder();
    }

    /** Tells it, unless the same one was told within the cool-down and is not known to be over. */
    public void raise(Alert alert) {
        Alert complete = settings.withRunbook(alert);
        List<Notice> told = act(now -> ledger.raise(complete, now));
        if (told.stream().noneMatch(notice -> notice.kind() == Notice.Kind.RAISED)) {
            telemetry.count("seaworthy.alert.silenced");
        }
        Watch watch = watches.get(alert.code());
        if (watch != null) {
            watch.begin();
        }
    }

    /**
     * Says that it is over. The team is told, if it was told of it, and if it stays over for as long as {@link
     * AlertSettings#resolveAfter()} says; what is raised again before that never went away. Nothing happens when there is no
     * such alert.
     *
     * @param words what is so now, one sentence for people
     */
    public void resolve(String code, String subject, String words) {
        Alert like = new Alert(code, subject, words, null);
        resolve(raised -> raised.code().equals(like.code()) && raised.subject().equals(like.subject()), like.text());
    }

    /**
     * Finds out when alerts of a code are over, for what does not tell by itself: while one goes on, the question is asked
     * every {@link #WATCH_EVERY}, on a thread of the alerts, and a yes resolves them all. A question that throws is answered
     * with no. Watching a code again replaces the question.
     */
    public void watch(String code, BooleanSupplier isOver) {
        if (watches.size() < MAX_WATCHED || watches.containsKey(code)) {
            watches.put(code, new Watch(code, isOver));
        }
    }

    /** Asks the questions of all {@linkplain #watch watched} codes and tells what time has made due. */
    public void settle() {
        watches.values().forEach(Watch::ask);
        act(ledger::settle);
    }

    /** The names of the sinks, in their order. */
    public List<String> sinks() {
        return lanes.stream().map(lane -> lane.outlet().name()).toList();
    }

    /**
     * Tells what was held back, and waits, as long as the builder was told, for the sinks to send what they have. What is
     * left then, and what is raised from now on, is dropped and counted.
     */
    @Override
    public void close() {
        act(ledger::empty);
        lanes.forEach(Lane::beginClose);
        long end = time.nanoTime() + patience.toNanos();
        boolean interrupted = Thread.interrupted();
        for (Lane lane : lanes) {
            try {
                lane.endClose(Duration.ofNanos(interrupted ? 0 : Math.max(0, end - time.nanoTime())));
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }
        if (clock != null) {
            clock.shutdownNow();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    int remembered() {
        synchronized (ledger) {
            return ledger.size();
        }
    }

    private void resolve(Predicate<Alert> which, String words) {
        act(now -> ledger.resolve(which, words, now));
    }

    /** Queued in the order in which it was decided; sent outside of the lock, where a sink may raise alerts itself. */
    private List<Notice> act(LongFunction<List<Notice>> step) {
        List<Notice> due;
        synchronized (ledger) {
            long now = time.nanoTime();
            due = step.apply(now);
            due.forEach(this::offer);
            pulseIn(ledger.looksIn(now));
        }
        if (!due.isEmpty()) {
            lanes.forEach(Lane::go);
        }
        return due;
    }

    private void offer(Notice notice) {
        telemetry.count(
                switch (notice.kind()) {
                    case RAISED -> "seaworthy.alert.sent";
                    case DIGEST -> "seaworthy.alert.digests";
                    case RESOLVED -> "seaworthy.alert.resolved";
                });
        Alert alert = notice.alert();
        for (Lane lane : lanes) {
            boolean aboutItself = alert.code().equals(SINK_FAILED)
                    && alert.subject().equals(lane.outlet().name());
            if (!aboutItself && lane.outlet().wants(notice)) {
                lane.offer(notice);
            }
        }
    }

    private void sinkChanged(Outlet outlet, boolean works) {
        if (works) {
            resolve(SINK_FAILED, outlet.name(), "Alert sink " + outlet.name() + " takes alerts again.");
        } else {
            // The log has the failure, with its cause.
            raise(new Alert(
                            SINK_FAILED,
                            outlet.name(),
                            "Alert sink " + outlet.name() + " takes no alerts; whoever reads only there is not told.",
                            null)
                    .asLogged());
        }
    }

    private void pulseIn(@Nullable Duration wait) {
        if (clock == null || wait == null) {
            return;
        }
        long at = time.nanoTime() + wait.toNanos();
        if (!pulsing || at - nextPulse < 0) {
            pulsing = true;
            nextPulse = at;
            later(wait, this::pulse);
        }
    }

    private void pulse() {
        synchronized (ledger) {
            pulsing = false;
        }
        act(ledger::settle);
    }

    /** The JDK's own timer, which all of a process share: no thread of ours waits. */
    private void later(Duration wait, Runnable work) {
        if (clock != null && !clock.isShutdown()) {
            CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS, clock)
                    .execute(work);
        }
    }

    /** One question, asked by one thread at a time. */
    private final class Watch {

        private final String code;
        private final BooleanSupplier isOver;
        private final AtomicBoolean begun = new AtomicBoolean();

        Watch(String code, BooleanSupplier isOver) {
            this.code = code;
            this.isOver = isOver;
        }

        void begin() {
            if (begun.compareAndSet(false, true)) {
                later(WATCH_EVERY, () -> {
                    begun.set(false);
                    ask();
                    if (goesOn()) {
                        begin();
                    }
                });
            }
        }

        void ask() {
            if (goesOn() && answer()) {
                resolve(alert -> alert.code().equals(code), code + " is over, says what watches it.");
            }
        }

        private boolean goesOn() {
            synchronized (ledger) {
                return ledger.goesOn(code);
            }
        }

        private boolean answer() {
            try {
                return isOver.getAsBoolean();
            } catch (Exception | LinkageError | AssertionError | StackOverflowError broken) {
                telemetry.count("seaworthy.alert.watch-failed");
                return false;
            }
        }
    }
}
