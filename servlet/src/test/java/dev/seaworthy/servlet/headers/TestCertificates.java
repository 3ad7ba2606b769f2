// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.headers;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority of our own and a certificate for localhost that it signed, made with the JDK's own tool. */
final class TestCertificates {

    static final String PASSWORD = "changeit";

    final Path serverStore;
    private final Path trustStore;

    TestCertificates() throws Exception {
        Path folder = Files.createTempDirectory("seaworthy-tls");
        Path authority = folder.resolve("authority.p12");
        serverStore = folder.resolve("server.p12");
        trustStore = folder.resolve("trust.p12");
        Path authorityCertificate = folder.resolve("authority.pem");
        Path request = folder.resolve("server.csr");
        Path certificate = folder.resolve("server.pem");
        keytool(
                authority,
                "-genkeypair",
                "-alias",
                "ca",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Seaworthy test authority",
                "-ext",
                "bc:c");
        keytool(authority, "-exportcert", "-alias", "ca", "-rfc", "-file", authorityCertificate.toString());
        keytool(serverStore, "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost");
        keytool(serverStore, "-certreq", "-alias", "server", "-file", request.toString());
        keytool(
                authority,
                "-gencert",
                "-alias",
                "ca",
                "-rfc",
                "-infile",
                request.toString(),
                "-outfile",
                certificate.toString(),
                "-ext",
                "san=dns:localhost,ip:127.0.0.1");
        keytool(serverStore, "-importcert", "-noprompt", "-alias", "ca", "-file", authorityCertificate.toString());
        keytool(serverStore, "-importcert", "-noprompt", "-alias", "server", "-file", certificate.toString());
        keytool(trustStore, "-importcert", "-noprompt", "-alias", "ca", "-file", authorityCertificate.toString());
    }

    private static void keytool(Path store, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-Xshare:auto"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool failed: " + said);
        }
    }

    /** Trusts the authority and nobody else. */
    SSLContext client() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(trustStore)) {
            trusted.load(in, PASSWORD.toCharArray());
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
