// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.queue;

import dev.seaworthy.core.report.Finding;
import java.util.List;

/** Whether what the queue's database acknowledges is kept. */
@FunctionalInterface
interface DurabilityCheck {

    DurabilityCheck NONE = List::of;

    List<Finding> findings();
}
