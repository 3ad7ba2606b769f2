// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code json} for Jackson 2: {@link dev.seaworthy.spring.boot3.json.Jackson2CodecAutoConfiguration} hands the app's
 * own {@code ObjectMapper} to Seaworthy as a codec. It asks for Jackson 2 only, not for a Boot line, so that an app that
 * kept Jackson 2 on Boot 4 is served too.
 */
@NullMarked
package dev.seaworthy.spring.boot3.json;

import org.jspecify.annotations.NullMarked;
