// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance;

import dev.seaworthy.conformance.app.ConformanceApp;
import dev.seaworthy.conformance.kit.SecuredHeaders;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(
        classes = ConformanceApp.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "seaworthy.headers.owner=spring-security")
class SecuredHeadersTest extends SecuredHeaders {

    @Override
    protected String owner() {
        return "spring-security, seaworthy where it writes none";
    }
}
