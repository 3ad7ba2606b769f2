// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.validation;

import dev.seaworthy.core.validation.budget.BodyMeter;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body is metered. Forms and parts are parsed by the container, which has limits of its own for them. */
final class BudgetedRequest extends HttpServletRequestWrapper {

    private final BodyMeter meter;
    private @Nullable ServletInputStream stream;
    private @Nullable BufferedReader reader;

    BudgetedRequest(HttpServletRequest request, BodyMeter meter) {
        super(request);
        this.meter = meter;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (reader != null) {
            throw new IllegalStateException(
                    "body is read as text already, got a call of getInputStream(); use one only");
        }
        return metered();
    }

    @Override
    public BufferedReader getReader() throws IOException {
        BufferedReader known = reader;
        if (known != null) {
            return known;
        }
        if (stream != null) {
            throw new IllegalStateException("body is read as bytes already, got a call of getReader(); use one only");
        }
        String encoding = getCharacterEncoding();
        BufferedReader fresh = new BufferedReader(
                new InputStreamReader(metered(), encoding == null ? StandardCharsets.ISO_8859_1.name() : encoding));
        reader = fresh;
        return fresh;
    }

    private ServletInputStream metered() throws IOException {
        ServletInputStream known = stream;
        if (known == null) {
            known = new MeteredInput(super.getInputStream(), meter);
            stream = known;
        }
        return known;
    }
}
