// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageShapeTest {

    private static final String PAGE = "<!doctype html><html lang=\"en\"><title>Sorry</title><p>Not found</p>"
            + "<p>0198f3c2-6b1e-7c50-9a3e-2f64b9a1c0de</p><p>kit-12345</p></html>\n";

    @Test
    void aSmallCleanPageIsFine() {
        assertThat(PageShape.faults(PAGE, "kit-12345")).isEmpty();
        assertThat(PageShape.errorId(PAGE)).isEqualTo("0198f3c2-6b1e-7c50-9a3e-2f64b9a1c0de");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>Not     | <script>alert(1)</script> | page must hold nothing that runs, got '<script'
            <p>Not     | <p onclick="x()">         | page must hold nothing that runs, got '<p onclick='
            <p>Not     | <a href="javascript:x()"> | page must hold nothing that runs, got 'javascript:'
            0198f3c2-  | x                         | page must tell the error id
            kit-12345  | x                         | page must tell the correlation id of the response header, 'kit-12345'
            <!doctype  | <?xml                     | page must be one whole HTML document
            </html>    | </html>{"status":500}     | page must be one whole HTML document
            """)
    void aWrongPageIsTold(String right, String wrong, String fault) {
        assertThat(PageShape.faults(PAGE.replace(right, wrong), "kit-12345"))
                .anySatisfy(found -> assertThat(found).startsWith(fault));
    }

    @Test
    void aHugePageIsTold() {
        assertThat(PageShape.faults(PAGE.replace("Sorry", "x".repeat(20_000)), "kit-12345"))
                .anySatisfy(fault -> assertThat(fault).startsWith("page must be small, got '"));
    }
}
