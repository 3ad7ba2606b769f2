// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code json}: writes JSON safely, and reads it through the app's own library. {@link
 * dev.seaworthy.core.json.JsonWriter} writes whatever we send or log; {@link dev.seaworthy.core.json.JsonPointer} names
 * a place in a document; {@link dev.seaworthy.core.json.JsonCodec} is the narrow door to Jackson 2 or 3, and {@link
 * dev.seaworthy.core.json.JsonFault} is what it says about JSON that somebody got wrong. It reads under {@link
 * dev.seaworthy.core.json.JsonLimits}, and throws a {@link dev.seaworthy.core.json.JsonReadException}.
 */
@NullMarked
package dev.seaworthy.core.json;

import org.jspecify.annotations.NullMarked;
