// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.headers;

import dev.seaworthy.core.headers.AnswerKind;
import dev.seaworthy.core.headers.profile.HeaderProfile;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** The response that the app sees: lets its values win, and changes the profile when the type becomes known. */
final class HeadersResponse extends HttpServletResponseWrapper {

    private final HttpServletRequest request;
    private final Wanted wanted;
    private final HeaderSet headers;
    private AnswerKind asked = AnswerKind.DATA;
    private AnswerKind kind = AnswerKind.DATA;
    private @Nullable HeaderProfile pinned;

    HeadersResponse(HttpServletRequest request, HttpServletResponse response, Wanted wanted, boolean secure) {
        super(response);
        this.request = request;
        this.wanted = wanted;
        this.headers = new HeaderSet(request, response, wanted, secure);
    }

    Wanted wanted() {
        return wanted;
    }

    /** Before the app runs. */
    void begin(@Nullable HeaderProfile profile, AnswerKind seemsToAskFor, @Nullable HeadersResponse before) {
        asked = seemsToAskFor;
        String type = before == null ? null : getContentType();
        kind = type == null ? seemsToAskFor : AnswerKind.of(type);
        pinned = before != null && before.pinned != null ? before.pinned : profile;
        headers.begin(current(), before == null ? null : before.headers);
        keepOutOfCaches();
    }

    void pin(HeaderProfile profile) {
        if (!isCommitted()) {
            pinned = profile;
            change();
        }
    }

    private HeaderProfile current() {
        return pinned != null ? pinned : wanted.profile(kind);
    }

    private void typed(String type) {
        AnswerKind known = AnswerKind.of(type);
        if (known != kind) {
            kind = known;
            change();
        }
    }

    private void change() {
        headers.change(current());
        keepOutOfCaches();
    }

    /** Whether what the browser has from before, and what others have, must not be used. */
    boolean storesNothing() {
        return kind == AnswerKind.DOCUMENT && current().enforcesNonce();
    }

    private void keepOutOfCaches() {
        if (storesNothing()) {
            super.setHeader("Cache-Control", "no-store");
        }
    }

    /** Last things, while headers can still be set. */
    void beforeBody() {
        if (!isCommitted()) {
            headers.hardenCookies();
            headers.keepPersonal(kind);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        pass(name, value, false);
    }

    @Override
    public void addHeader(String name, String value) {
        pass(name, value, true);
    }

    private void pass(String name, String value, boolean add) {
        Role role = name == null ? null : wanted.roles().get(name);
        if (role == null || value == null) {
            forward(name, value, add);
            return;
        }
        switch (role) {
            case OURS -> forward(name, value, headers.ownedByApp(name, value) && add);
            case TYPE -> {
                forward(name, value, add);
                typed(value);
            }
            case COOKIE -> forward(name, headers.hardened(value), add);
            case CACHING ->
                forward(name, storesNothing() && !isPrivate(value) ? "no-store" : value, add && !storesNothing());
            case VALIDATOR -> {
                if (!storesNothing()) {
                    forward(name, value, add);
                }
            }
            case REMOVED -> {}
        }
    }

    private void forward(String name, String value, boolean add) {
        if (add) {
            super.addHeader(name, value);
        } else {
            super.setHeader(name, value);
        }
    }

    private static boolean isPrivate(String value) {
        return value.contains("no-store") || value.contains("no-cache") || value.contains("private");
    }

    @Override
    public void setDateHeader(String name, long date) {
        if (wanted.roles().get(name) != Role.VALIDATOR || !storesNothing()) {
            super.setDateHeader(name, date);
        }
    }

    @Override
    public void setContentType(String type) {
        super.setContentType(type);
        if (type != null) {
            typed(type);
        }
    }

    @Override
    public void addCookie(Cookie cookie) {
        super.addCookie(cookie);
        headers.hardenCookies();
    }

    @Override
    public boolean containsHeader(String name) {
        return super.containsHeader(name) && !(wanted.hidden().contains(name) && headers.isOurs(name));
    }

    @Override
    public void reset() {
        super.reset();
        kind = asked;
        headers.begin(current(), null);
        keepOutOfCaches();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        beforeBody();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        beforeBody();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        beforeBody();
        super.flushBuffer();
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        beforeBody();
        super.sendRedirect(location);
    }
}
