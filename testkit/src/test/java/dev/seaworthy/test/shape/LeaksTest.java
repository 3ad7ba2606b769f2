// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.test.http.RawAnswer;
import dev.seaworthy.test.http.RawAnswer.End;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeaksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            at com.shop.Orders.find(Orders.java:42)            | a stack frame
            NullPointerException                               | the name of an exception
            java.lang.StackOverflowError                       | the name of an exception
            Cannot invoke com.shop.Order.total()               | the name of a package
            org.springframework.web.bind                       | the name of a package
            SELECT * FROM users                                | SQL
            insert into users                                  | SQL
            SQLState 23505                                     | words of a database
            HikariPool-1                                       | words of a database
            Apache Tomcat/11.0                                 | the name of a server or library
            Powered by Jetty                                   | the name of a server or library
            Whitelabel Error Page                              | the name of a server or library
            cannot read /home/app/orders.db                    | a path on the server's disk
            C:\\Users\\app                                     | a path on the server's disk (Windows)
            """)
    void findsWhatABodyGivesAway(String body, String what) {
        assertThat(Leaks.faults(answer(body), List.of()))
                .anySatisfy(fault -> assertThat(fault).startsWith("body gives away " + what + ", got '"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:seaworthy:problem:NOT_FOUND",
                "https://iana.org/assignments/http-problem-types#date",
                "The e-mail address must be well-formed.",
                "{\"pointer\":\"/items/0/quantity\",\"params\":{\"min\":1}}",
                "Please select a colour.",
                "0198f3c2-6b1e-7c50-9a3e-2f64b9a1c0de"
            })
    void findsNothingInWhatIsMeantForTheClient(String body) {
        assertThat(Leaks.faults(answer(body), List.of("c4n4ry"))).isEmpty();
    }

    @Test
    void findsTheCanaryInBodyAndHeaders() {
        RawAnswer answer = new RawAnswer(400, List.of(Map.entry("X-Why", "no c4n4ry here")), "a c4n4ry", End.COMPLETE);

        assertThat(Leaks.faults(answer, List.of("c4n4ry")))
                .containsExactly(
                        "body repeats what the request sent, got 'c4n4ry'; never reflect input",
                        "header X-Why repeats what the request sent, got 'c4n4ry'; never reflect input");
    }

    @Test
    void findsTheVersionOfTheServer() {
        RawAnswer answer = new RawAnswer(400, List.of(Map.entry("Server", "nginx/1.2")), "", End.COMPLETE);

        assertThat(Leaks.faults(answer, List.of()))
                .containsExactly("header Server must not tell a version, got 'nginx/1.2'; switch it off");
    }

    private static RawAnswer answer(String body) {
        return new RawAnswer(400, List.of(), body, End.COMPLETE);
    }
}
