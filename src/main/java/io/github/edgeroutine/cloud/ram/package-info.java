// SPDX-License-Identifier: Apache-2.0
/** An AccessKey as RAM and STS see it: what a policy must grant it, and whom it belongs to. */
package io.github.edgeroutine.cloud.ram;
