// SPDX-License-Identifier: Apache-2.0
/** Real failures on demand, in profile {@code demo} only: {@code FailController} and {@code FailingFilter} do what goes wrong in real life;
 * {@code DoorController} shows the door that stands between. */
@NullMarked
package dev.seaworthy.example.shop.demo;

import org.jspecify.annotations.NullMarked;
