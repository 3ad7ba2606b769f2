// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring;

import dev.seaworthy.house.ApiListing;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PublicApiTest {

    @Test
    void thePublicSurfaceIsTheAgreedOne() throws IOException {
        ApiListing.check("dev.seaworthy.spring");
    }
}
