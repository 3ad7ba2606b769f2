// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.mvc;

import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Makes Boot's own problem details advice stay away where the app asked for it: its place is taken by ours, which has the
 * same media type and says more. Not an advice itself, so it handles nothing.
 */
final class ProblemDetailsStandIn extends ResponseEntityExceptionHandler {}
