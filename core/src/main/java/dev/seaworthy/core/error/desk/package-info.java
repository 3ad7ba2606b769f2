// SPDX-License-Identifier: Apache-2.0
/**
 * Behind the counter of the error desk. {@link dev.seaworthy.core.error.desk.ErrorDeskBuilder} is all that is seen from
 * outside: it puts together the classifier (which asks the rules), the maker of problems, the log and the alerts.
 */
@NullMarked
package dev.seaworthy.core.error.desk;

import org.jspecify.annotations.NullMarked;
