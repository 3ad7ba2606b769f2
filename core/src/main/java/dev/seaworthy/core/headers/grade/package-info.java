// SPDX-License-Identifier: Apache-2.0
/**
 * How Mozilla's HTTP Observatory would score an answer of the app, computed inside of the app: {@link
 * dev.seaworthy.core.headers.grade.Observatory} looks at a {@link dev.seaworthy.core.headers.grade.ScannedAnswer} and gives
 * a {@link dev.seaworthy.core.headers.grade.Grade}, one {@link dev.seaworthy.core.headers.grade.Verdict} per test, by the
 * {@link dev.seaworthy.core.headers.grade.Algorithm} that was asked for.
 */
@NullMarked
package dev.seaworthy.core.headers.grade;

import org.jspecify.annotations.NullMarked;
