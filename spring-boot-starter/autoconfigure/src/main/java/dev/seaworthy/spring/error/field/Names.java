// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.field;

/** Names that may come from the client: a map's key, an unknown property. They are told back short and harmless. */
final class Names {

    private static final int MAX_LENGTH = 64;

    private Names() {}

    static String clean(String name) {
        StringBuilder clean = new StringBuilder();
        name.codePoints()
                .limit(MAX_LENGTH)
                .map(point -> isHarmless(point) ? point : '?')
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
