// SPDX-License-Identifier: Apache-2.0
/**
 * What only Tomcat's own types can do, for Tomcat 10.1 and 11.
 * {@link dev.seaworthy.servlet.tomcat.SeaworthyErrorReportValve} answers what no filter ever sees, a malformed request line
 * for example; {@link dev.seaworthy.servlet.tomcat.SeaworthyTomcat} installs it;
 * {@link dev.seaworthy.servlet.tomcat.TomcatFailureRule} knows Tomcat's exceptions;
 * {@link dev.seaworthy.servlet.tomcat.TomcatConnectionCutter} ends a response that cannot be saved.
 */
@NullMarked
package dev.seaworthy.servlet.tomcat;

import org.jspecify.annotations.NullMarked;
