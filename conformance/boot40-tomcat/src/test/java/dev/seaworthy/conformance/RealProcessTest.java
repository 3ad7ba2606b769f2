// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance;

import dev.seaworthy.conformance.process.RealProcessContract;

class RealProcessTest extends RealProcessContract {

    @Override
    protected String bootVersion() {
        return "4.0.";
    }
}
