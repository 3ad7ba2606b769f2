// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.layout;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.seaworthy.core.redact.Redactor;

/** The app's own encoder, shown only what is fit to be seen. */
final class SafeEncoder extends EncoderBase<ILoggingEvent> {

    private final Encoder<ILoggingEvent> encoder;
    private final SafeWords words;

    SafeEncoder(Encoder<ILoggingEvent> encoder, Redactor redactor) {
        this.encoder = encoder;
        this.words = new SafeWords(redactor);
    }

    @Override
    public byte[] headerBytes() {
        return encoder.headerBytes();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return encoder.encode(new SafeEvent(event, words));
    }

    @Override
    public byte[] footerBytes() {
        return encoder.footerBytes();
    }

    @Override
    public void start() {
        encoder.start();
        super.start();
    }

    @Override
    public void stop() {
        super.stop();
        encoder.stop();
    }
}
