// SPDX-License-Identifier: Apache-2.0
/**
 * Turns every failure on a servlet container into one shape. {@link dev.seaworthy.servlet.error.ErrorFilter} catches what
 * the app throws and what it sends with {@code sendError}, {@link dev.seaworthy.servlet.error.ProblemWriter} is the only
 * code that writes an error body, and {@link dev.seaworthy.servlet.error.answer.ProblemAnswer} decides what stands in it.
 * {@link dev.seaworthy.servlet.error.ErrorPageOwner} says where the app answers itself,
 * {@link dev.seaworthy.servlet.error.ResponseDecorator} lets other rooms add headers,
 * {@link dev.seaworthy.servlet.error.LastResortHeaders} do so where there is no servlet response, and {@link
 * dev.seaworthy.servlet.error.FailureObserver} hears of swallowed throwables.
 */
@NullMarked
package dev.seaworthy.servlet.error;

import org.jspecify.annotations.NullMarked;
