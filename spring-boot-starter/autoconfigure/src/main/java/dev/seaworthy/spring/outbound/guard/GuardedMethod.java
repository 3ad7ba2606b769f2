// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound.guard;

import dev.seaworthy.spring.outbound.BadService;
import dev.seaworthy.spring.outbound.Guarded;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A method that goes through a door, once it has been found that it can. */
record GuardedMethod(Method method, String service, boolean idempotent, Kind kind) {

    /** How the method answers. */
    enum Kind {
        AT_ONCE,
        STAGE,
        MONO
    }

    private static final String MONO = "reactor.core.publisher.Mono";
    private static final String PUBLISHER = "org.reactivestreams.Publisher";
    private static final String CONTINUATION = "kotlin.coroutines.Continuation";

    /** Says in words why a method cannot be guarded, if so. */
    static GuardedMethod of(Method method, Guarded guarded) {
        String wrong = whatIsWrong(method);
        if (wrong != null) {
            throw new BadService(
                    place(method, guarded.value()) + " " + wrong, "Change the method, or take the annotation off.");
        }
        return new GuardedMethod(method, guarded.value(), guarded.idempotent(), kind(method.getReturnType()));
    }

    String place() {
        return place(method, service);
    }

    private static String place(Method method, String service) {
        return "@Guarded(\"" + service + "\") on " + method.getDeclaringClass().getSimpleName() + "."
                + method.getName();
    }

    private static @Nullable String whatIsWrong(Method method) {
        if (Modifier.isPrivate(method.getModifiers())
                || Modifier.isFinal(method.getModifiers())
                || Modifier.isStatic(method.getModifiers())) {
            return "cannot work, got a private, final or static method that no proxy can take over; make it an ordinary"
                    + " one";
        }
        Class<?> result = method.getReturnType();
        if (isNamed(result, PUBLISHER) && !isNamed(result, MONO)) {
            return "cannot work, got a stream of many values; answer a Mono, or guard the WebClient instead";
        }
        if (Future.class.isAssignableFrom(result) && result != CompletableFuture.class) {
            return "cannot work, got a Future that cannot be listened to; answer a CompletableFuture";
        }
        if (CompletionStage.class.isAssignableFrom(result)
                && !List.of(CompletionStage.class, CompletableFuture.class).contains(result)) {
            return "cannot work, got a stage of a type of its own; answer CompletionStage or CompletableFuture";
        }
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length > 0 && isNamed(parameters[parameters.length - 1], CONTINUATION)) {
            return "cannot work, got a suspending function; guard the client that it uses instead";
        }
        return null;
    }

    private static Kind kind(Class<?> result) {
        if (CompletionStage.class.isAssignableFrom(result)) {
            return Kind.STAGE;
        }
        return isNamed(result, MONO) ? Kind.MONO : Kind.AT_ONCE;
    }

    /** By name, because neither Reactor nor Kotlin need be there. */
    private static boolean isNamed(@Nullable Class<?> type, String name) {
        if (type == null) {
            return false;
        }
        if (type.getName().equals(name) || isNamed(type.getSuperclass(), name)) {
            return true;
        }
        for (Class<?> each : type.getInterfaces()) {
            if (isNamed(each, name)) {
                return true;
            }
        }
        return false;
    }
}
