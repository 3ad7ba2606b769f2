// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.receipt;

import dev.seaworthy.core.error.text.BundleTexts;
import dev.seaworthy.core.error.text.LocalizedText;
import dev.seaworthy.core.error.text.ProblemTexts;
import java.util.Locale;

/**
 * What a receipt says to the person who waits, in English and German. Keys are {@code receipt.<state>}; an app's own texts
 * are asked first. Thread-safe.
 */
public final class ReceiptTexts {

    private static final ProblemTexts SHIPPED =
            BundleTexts.of("dev.seaworthy.core.queue.receipt.receipts", ReceiptTexts.class.getClassLoader());

    private final ProblemTexts texts;

    private ReceiptTexts(ProblemTexts texts) {
        this.texts = texts;
    }

    /** Those that come along. */
    public static ReceiptTexts shipped() {
        return new ReceiptTexts(SHIPPED);
    }

    /** The app's own, and those that come along for the keys unknown to it. */
    public static ReceiptTexts of(ProblemTexts own) {
        return new ReceiptTexts(own.orElse(SHIPPED));
    }

    /** The sentence for this state. */
    public LocalizedText of(Receipt.State state, Locale wanted) {
        LocalizedText text = texts.find("receipt." + state.text(), wanted);
        return text == null ? new LocalizedText(state.text(), Locale.ENGLISH) : text;
    }
}
