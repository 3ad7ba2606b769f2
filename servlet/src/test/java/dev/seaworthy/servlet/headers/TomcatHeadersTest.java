// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.headers;

import dev.seaworthy.servlet.error.TestServer;
import dev.seaworthy.servlet.error.TomcatTestServer;
import dev.seaworthy.servlet.tomcat.SeaworthyErrorReportValve;
import dev.seaworthy.servlet.tomcat.SeaworthyTomcat;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.DirResourceSet;
import org.apache.catalina.webresources.StandardRoot;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

class TomcatHeadersTest extends HeadersContract {

    private final Connector secure = new Connector();

    TomcatHeadersTest() throws Exception {}

    @Override
    TestServer start(TestCertificates certificates, Path files) throws Exception {
        return new TomcatTestServer(this::assemble, tomcat -> {
            SeaworthyTomcat.install(
                    tomcat,
                    new SeaworthyErrorReportValve(
                            filters.errorDesk(),
                            filters.problemWriter(),
                            filters.correlations(),
                            filters.correlationHeader()));
            addFiles((Context) tomcat.getHost().findChild(""), files);
            addTls(tomcat, certificates);
        });
    }

    private static void addFiles(Context context, Path files) {
        StandardRoot resources = new StandardRoot(context);
        resources.addPreResources(new DirResourceSet(resources, "/files", files.toString(), "/"));
        context.setResources(resources);
        Wrapper wrapper = Tomcat.addServlet(context, "default", new DefaultServlet());
        wrapper.setAsyncSupported(true);
        context.addServletMappingDecoded("/", "default");
        context.addMimeMapping("html", "text/html");
        context.addMimeMapping("json", "application/json");
        context.addMimeMapping("css", "text/css");
    }

    private void addTls(Tomcat tomcat, TestCertificates certificates) {
        secure.setPort(0);
        secure.setProperty("address", "127.0.0.1");
        secure.setProperty("SSLEnabled", "true");
        secure.setScheme("https");
        secure.setSecure(true);
        SSLHostConfig host = new SSLHostConfig();
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystoreFile(certificates.serverStore.toString());
        certificate.setCertificateKeystorePassword(TestCertificates.PASSWORD);
        certificate.setCertificateKeyAlias("server");
        host.addCertificate(certificate);
        secure.addSslHostConfig(host);
        tomcat.getService().addConnector(secure);
    }

    @Override
    int tlsPort() {
        return secure.getLocalPort();
    }
}
