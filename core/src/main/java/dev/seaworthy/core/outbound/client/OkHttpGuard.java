// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.client;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.Outcome;
import dev.seaworthy.core.outbound.ServiceFailedException;
import dev.seaworthy.core.outbound.attempt.Attempt;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.core.outbound.attempt.ResultRule;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * OkHttp behind a door: add it last with {@code addInterceptor}. An attempt ends with the head of the answer; the body is
 * read by the caller, under the client's own read timeout. Thread-safe.
 *
 * <p>What the door decides is an {@link IOException} with the {@link ServiceFailedException} as its cause, because OkHttp
 * ends a call properly only on those. The error desk finds the cause.
 */
public final class OkHttpGuard implements Interceptor {

    private final ExternalService door;
    private final ResultRule answers;

    /** All calls of the client go through this door. */
    public OkHttpGuard(ExternalService door) {
        this.door = door;
        this.answers = ResultRule.on(
                Response.class, answer -> door.answers().classify(answer.code(), answer.header("Retry-After")));
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Outcome<Response> outcome = door.call(plan(chain), attempt -> send(chain, attempt));
        try {
            return HttpExchanges.answer(outcome, Response.class);
        } catch (ServiceFailedException decided) {
            throw new IOException(decided.getMessage(), decided);
        }
    }

    private CallPlan plan(Chain chain) {
        Request request = chain.request();
        CallPlan plan =
                HttpExchanges.plan(door, request.method(), request::header, repeatable(request.body()), answers);
        FailureRule silence = plan.failures();
        return plan.judgedBy(link -> canceled(chain, link, silence), answers);
    }

    /** OkHttp tells a cancellation apart from a broken connection by its message only; the call itself knows. */
    private static @Nullable Classification canceled(Chain chain, Throwable link, @Nullable FailureRule otherwise) {
        if (chain.call().isCanceled()) {
            return Classification.of(FailureClass.CALLER_GONE);
        }
        return otherwise == null ? null : otherwise.classify(link);
    }

    private static Response send(Chain chain, Attempt attempt) throws IOException {
        Request.Builder request = chain.request().newBuilder();
        attempt.inject(request::header);
        long left = attempt.remaining().toMillis();
        return chain.withConnectTimeout(shorter(chain.connectTimeoutMillis(), left), TimeUnit.MILLISECONDS)
                .withReadTimeout(shorter(chain.readTimeoutMillis(), left), TimeUnit.MILLISECONDS)
                .withWriteTimeout(shorter(chain.writeTimeoutMillis(), left), TimeUnit.MILLISECONDS)
                .proceed(request.build());
    }

    /** Zero means without end to OkHttp. */
    private static int shorter(int own, long left) {
        int bounded = (int) Math.min(Integer.MAX_VALUE, Math.max(1, left));
        return own == 0 ? bounded : Math.min(own, bounded);
    }

    private static boolean repeatable(@Nullable RequestBody body) {
        return body == null || !body.isOneShot() && !body.isDuplex();
    }
}
