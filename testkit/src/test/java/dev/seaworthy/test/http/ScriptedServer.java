// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers each request with whatever text it is told, byte by byte, and closes; {@link #HANG} keeps the line open. */
public final class ScriptedServer implements AutoCloseable {

    /** Ends an answer after which the connection stays open until the client leaves. */
    public static final String HANG = "<hang>";

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final ServerSocket socket;
    private final UnaryOperator<String> script;
    private final Thread thread;

    public ScriptedServer(UnaryOperator<String> script) throws IOException {
        this.script = script;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.thread = new Thread(this::serve, "scripted-server");
        thread.start();
    }

    public URI uri() {
        return URI.create("http://localhost:" + socket.getLocalPort());
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                String answer = script.apply(request(client.getInputStream()));
                client.getOutputStream().write(answer.replace(HANG, "").getBytes(StandardCharsets.ISO_8859_1));
                client.getOutputStream().flush();
                if (answer.endsWith(HANG)) {
                    client.getInputStream().read();
                }
            } catch (IOException left) {
                // the client left, or the test is over
            }
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder request = new StringBuilder();
        int next;
        while (request.indexOf("\r\n\r\n") < 0 && (next = in.read()) >= 0) {
            request.append((char) next);
        }
        Matcher length = LENGTH.matcher(request);
        if (length.find()) {
            request.append(new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.ISO_8859_1));
        }
        return request.toString();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        socket.close();
        thread.join();
    }
}
