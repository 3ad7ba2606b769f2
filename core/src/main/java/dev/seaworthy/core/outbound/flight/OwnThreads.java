// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.flight;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** One thread for one attempt: a virtual one where the JDK has them, else one of the platform. */
public final class OwnThreads {

    private static final String NAME = "seaworthy-outbound";
    private static final @Nullable MethodHandle VIRTUAL = virtual();

    private OwnThreads() {}

    /** Whether they are virtual. */
    public static boolean areVirtual() {
        return VIRTUAL != null;
    }

    /** A daemon that does the work once it is started; it inherits no thread-locals. */
    public static Thread unstarted(Runnable work) {
        MethodHandle virtual = VIRTUAL;
        if (virtual == null) {
            // Without the thread-locals of the caller: what is to be carried is carried by Propagation.
            Thread thread = new Thread(null, work, NAME, 0, false);
            thread.setDaemon(true);
            return thread;
        }
        try {
            return (Thread) virtual.invoke(work);
        } catch (Throwable impossible) {
            throw new IllegalStateException("virtual threads are there but cannot be made", impossible);
        }
    }

    /** {@code Thread.ofVirtual().name(NAME).inheritInheritableThreadLocals(false).unstarted(work)}, where it exists. */
    private static @Nullable MethodHandle virtual() {
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?> virtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Object named = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(virtual))
                    .invoke();
            named = lookup.findVirtual(builder, "name", MethodType.methodType(builder, String.class))
                    .invoke(named, NAME);
            named = lookup.findVirtual(
                            builder, "inheritInheritableThreadLocals", MethodType.methodType(builder, boolean.class))
                    .invoke(named, false);
            return lookup.findVirtual(builder, "unstarted", MethodType.methodType(Thread.class, Runnable.class))
                    .bindTo(named);
        } catch (Throwable olderJdk) {
            return null;
        }
    }
}
