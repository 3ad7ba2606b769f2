// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code headers} on a servlet container. {@link dev.seaworthy.servlet.headers.HeadersFilter} sets the headers before
 * the app runs and corrects them when it is known what the app answers; {@link
 * dev.seaworthy.servlet.headers.HeadersOfLastResort} sets them where no filter runs; {@link
 * dev.seaworthy.servlet.headers.IsolationFilter} looks at requests that other sites make, {@link
 * dev.seaworthy.servlet.headers.ReportIntakeFilter} takes what browsers report, {@link
 * dev.seaworthy.servlet.headers.SessionCookies} hardens the container's own cookie, and {@link
 * dev.seaworthy.servlet.headers.ClearSiteData} empties a browser at logout.
 */
@NullMarked
package dev.seaworthy.servlet.headers;

import org.jspecify.annotations.NullMarked;
