// SPDX-License-Identifier: Apache-2.0
/** An AccessKey in RAM and STS: its permissions, and its owner. */
package io.github.edgeroutine.cloud.ram;
