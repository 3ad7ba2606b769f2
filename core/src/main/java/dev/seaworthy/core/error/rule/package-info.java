// SPDX-License-Identifier: Apache-2.0
/**
 * The rules that come along. An app puts {@link dev.seaworthy.core.error.rule.FailsWith} on its own exceptions; {@link
 * dev.seaworthy.core.error.rule.JsonFailureRule} knows what a JSON library throws; the rules for SQL and for the JDK are
 * part of every desk. {@link dev.seaworthy.core.error.rule.UpstreamFailures} is what all HTTP clients share.
 */
@NullMarked
package dev.seaworthy.core.error.rule;

import org.jspecify.annotations.NullMarked;
