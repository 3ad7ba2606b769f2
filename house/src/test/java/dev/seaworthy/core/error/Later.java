// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.seaworthy.core.time.TooHigh;

/** Uses an earlier room, as it may. */
public final class Later {

    public TooHigh earlier = new TooHigh();
    public JavaClass library;
}
