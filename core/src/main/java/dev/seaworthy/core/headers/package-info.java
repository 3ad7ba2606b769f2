// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code headers}: which security headers, computed once. {@link dev.seaworthy.core.headers.HeaderSettings} says which
 * {@link dev.seaworthy.core.headers.profile.HeaderProfile} an answer gets, by a {@link
 * dev.seaworthy.core.headers.PathRule} or else by its {@link dev.seaworthy.core.headers.AnswerKind}; {@link
 * dev.seaworthy.core.headers.HeaderPlan} lets it become stricter on a day that was chosen before; {@link
 * dev.seaworthy.core.headers.HeadersReport} says what it is worth.
 */
@NullMarked
package dev.seaworthy.core.headers;

import org.jspecify.annotations.NullMarked;
