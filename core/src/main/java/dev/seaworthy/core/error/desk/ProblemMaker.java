// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.error.text.LocalizedText;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a classification into what the client is told. */
record ProblemMaker(ErrorSettings settings, Words words, ErrorIds ids) {

    /** Registered at IANA, so these must not get a type of ours. */
    private static final Map<String, URI> REGISTERED = Map.of(
            "DATE_NOT_ACCEPTABLE", URI.create("https://iana.org/assignments/http-problem-types#date"),
            "OHTTP_KEY", URI.create("https://iana.org/assignments/http-problem-types#ohttp-key"));

    Problem make(Classification found, @Nullable String correlationId, List<Locale> wanted) {
        LocalizedText title = words.title(found, wanted);
        Locale language = title.locale();
        Classification told = forTheClient(found, language);
        String id = ids.next();
        return new Problem(
                type(told.code()),
                title.text(),
                told.detail(),
                URI.create("urn:uuid:" + id),
                id,
                correlationId,
                language,
                told);
    }

    /** When even {@link #make} fails: no lookups, no clock, nothing that anybody outside has written. */
    Problem bare(Classification found, @Nullable String correlationId) {
        String id = UUID.randomUUID().toString();
        return new Problem(
                URI.create("urn:seaworthy:problem:" + found.code()),
                "The request failed",
                null,
                URI.create("urn:uuid:" + id),
                id,
                correlationId,
                Locale.ENGLISH,
                new Classification(
                        found.failureClass(),
                        found.code(),
                        found.status(),
                        null,
                        found.retryAfter(),
                        List.of(),
                        found.headers()));
    }

    private Classification forTheClient(Classification found, Locale language) {
        int status = status(found);
        boolean ours = status >= 500;
        return new Classification(
                found.failureClass(),
                found.code(),
                status,
                ours ? null : words.detail(found, language),
                found.retryAfter(),
                ours ? List.of() : words.messages(found.errors(), language),
                found.headers());
    }

    private int status(Classification found) {
        boolean chosen =
                found.failureClass() == FailureClass.INPUT_INVALID && (found.status() == 400 || found.status() == 422);
        return chosen ? settings.invalidStatus() : found.status();
    }

    private URI type(String code) {
        URI registered = REGISTERED.get(code);
        if (registered != null) {
            return registered;
        }
        URI base = settings.typeBase();
        if (base == null) {
            return URI.create("urn:seaworthy:problem:" + code);
        }
        String root = base.toString();
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + "/problems/" + code);
    }
}
