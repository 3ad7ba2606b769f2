// SPDX-License-Identifier: Apache-2.0
/**
 * What is this failure, whose fault is it, and what may the client see? {@link
 * dev.seaworthy.core.error.FailureClass} is the one table; a {@link dev.seaworthy.core.error.FailureRule} recognises a
 * failure and answers a {@link dev.seaworthy.core.error.Classification}; the {@link dev.seaworthy.core.error.ErrorDesk}
 * takes every failure in and hands out the {@link dev.seaworthy.core.error.Problem} that goes to the client.
 *
 * <p>{@code desk} is behind the counter, {@code rule} has the rules that come along, {@code sql} reads SQL states,
 * {@code trace} reads throwables, and {@code text} speaks the client's language.
 */
@NullMarked
package dev.seaworthy.core.error;

import org.jspecify.annotations.NullMarked;
