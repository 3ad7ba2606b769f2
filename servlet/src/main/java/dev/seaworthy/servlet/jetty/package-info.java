// SPDX-License-Identifier: Apache-2.0
/**
 * What only Jetty's own types can do, for Jetty 12.0 and 12.1.
 * {@link dev.seaworthy.servlet.jetty.SeaworthyErrorHandler} answers what no filter ever sees, a malformed request line for
 * example; {@link dev.seaworthy.servlet.jetty.SeaworthyJetty} installs it;
 * {@link dev.seaworthy.servlet.jetty.JettyFailureRule} knows Jetty's exceptions;
 * {@link dev.seaworthy.servlet.jetty.JettyConnectionCutter} ends a response that cannot be saved.
 */
@NullMarked
package dev.seaworthy.servlet.jetty;

import org.jspecify.annotations.NullMarked;
