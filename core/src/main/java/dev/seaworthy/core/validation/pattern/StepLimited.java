// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.pattern;

/** Text of which only so many characters can be read; reading one again counts again. For one match on one thread. */
final class StepLimited implements CharSequence {

    private final CharSequence text;
    private int left;

    StepLimited(CharSequence text, int steps) {
        this.text = text;
        this.left = steps;
    }

    @Override
    public char charAt(int index) {
        if (left-- <= 0) {
            throw new TooManySteps();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new StepLimited(text.subSequence(start, end), left);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
