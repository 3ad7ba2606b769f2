// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code error} in Boot 3's types: {@link dev.seaworthy.spring.boot3.error.Boot3ErrorAutoConfiguration} tells what the
 * app has of its own for failures, and installs the error pages of last resort in Tomcat and Jetty.
 */
@NullMarked
package dev.seaworthy.spring.boot3.error;

import org.jspecify.annotations.NullMarked;
