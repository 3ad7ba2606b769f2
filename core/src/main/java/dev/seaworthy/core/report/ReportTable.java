// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays rooms out in columns, as wide as their longest entry. */
final class ReportTable {

    private static final int MAX_COLUMN = 40;

    private ReportTable() {}

    static String render(List<RoomReport> rooms) {
        StringBuilder text = new StringBuilder(summary(rooms));
        List<Row> rows = rows(rooms);
        int roomWidth = rows.stream().mapToInt(row -> row.room().length()).max().orElse(0);
        int nameWidth = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        for (Row row : rows) {
            String line =
                    "  " + padded(row.room(), roomWidth) + "  " + padded(row.name(), nameWidth) + "  " + row.value();
            text.append('\n').append(line.stripTrailing());
        }
        for (RoomReport room : rooms) {
            for (Finding finding : room.findings()) {
                text.append("\n  ")
                        .append(finding.severity())
                        .append(' ')
                        .append(room.room())
                        .append(": ");
                text.append(finding.text());
            }
        }
        return text.toString();
    }

    static long warnings(List<RoomReport> rooms) {
        return rooms.stream()
                .flatMap(room -> room.findings().stream())
                .filter(finding -> finding.severity() == Finding.Severity.WARN)
                .count();
    }

    private static String summary(List<RoomReport> rooms) {
        long on = rooms.stream().filter(RoomReport::enabled).count();
        long warnings = warnings(rooms);
        return "Seaworthy: " + on + (on == 1 ? " room on, " : " rooms on, ") + (rooms.size() - on) + " off, " + warnings
                + (warnings == 1 ? " warning" : " warnings");
    }

    private static List<Row> rows(List<RoomReport> rooms) {
        List<Row> rows = new ArrayList<>();
        for (RoomReport room : rooms) {
            rows.add(new Row(room.room(), room.enabled() ? "on" : "off", ""));
            for (Map.Entry<String, String> setting : room.settings().entrySet()) {
                rows.add(new Row("", setting.getKey(), setting.getValue()));
            }
        }
        return rows;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, Math.min(width, MAX_COLUMN) - text.length()));
    }

    private record Row(String room, String name, String value) {}
}
