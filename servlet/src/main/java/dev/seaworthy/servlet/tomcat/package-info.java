// SPDX-License-Identifier: Apache-2.0
/** Room {@code tomcat} on the servlet floor. */
@NullMarked
package dev.seaworthy.servlet.tomcat;

import org.jspecify.annotations.NullMarked;
