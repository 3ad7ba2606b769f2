// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code json} for Jackson 3: {@link dev.seaworthy.spring.boot4.json.Jackson3CodecAutoConfiguration} hands the app's
 * own {@code JsonMapper} to Seaworthy as a codec.
 */
@NullMarked
package dev.seaworthy.spring.boot4.json;

import org.jspecify.annotations.NullMarked;
