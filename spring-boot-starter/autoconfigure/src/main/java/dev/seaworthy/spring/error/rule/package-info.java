// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code error}: what Spring's exceptions mean. {@link dev.seaworthy.spring.error.rule.SpringFailureRules} makes the
 * rules that fit the class path; {@link dev.seaworthy.spring.error.rule.FrameworkStatus} tells which exceptions Spring
 * MVC would answer by itself.
 */
@NullMarked
package dev.seaworthy.spring.error.rule;

import org.jspecify.annotations.NullMarked;
