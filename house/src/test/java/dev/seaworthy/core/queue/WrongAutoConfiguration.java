// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue;

/** Neither final nor closed. */
public class WrongAutoConfiguration {

    public void bean() {}
}
