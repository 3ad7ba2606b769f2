// SPDX-License-Identifier: Apache-2.0
/** {@link dev.seaworthy.example.plain.PlainServer}: an app on embedded Jetty, protected without Spring. */
@NullMarked
package dev.seaworthy.example.plain;

import org.jspecify.annotations.NullMarked;
