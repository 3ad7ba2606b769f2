// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.grade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

record Recording(String name, ScannedAnswer answer, List<String> rows, String score) {

    static List<Recording> all() throws IOException {
        List<Recording> all = new ArrayList<>();
        try (InputStream in = Recording.class.getResourceAsStream("observatory-4.txt")) {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            List<String> rows = new ArrayList<>();
            String name = "";
            String page = "";
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String text = line.substring(Math.min(2, line.length()));
                switch (line.charAt(0)) {
                    case '=' -> {
                        name = text;
                        page = "";
                        headers = new LinkedHashMap<>();
                        rows = new ArrayList<>();
                    }
                    case '>' -> {
                        String[] header = text.split(": ?", 2);
                        headers.computeIfAbsent(header[0], none -> new ArrayList<>())
                                .add(header[1]);
                    }
                    case '|' -> page = text;
                    // What lies outside of the answer is not looked at: it was in order.
                    case '-' -> {
                        if (!text.startsWith("cross-origin-resource-sharing ")) {
                            rows.add(text);
                        }
                    }
                    default -> all.add(new Recording(name, new ScannedAnswer(headers, page), rows, line));
                }
            }
        }
        return all;
    }
}
