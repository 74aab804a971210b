// SPDX-License-Identifier: Apache-2.0
/** Text from the network: read strictly, and printed only after secrets and control characters are taken out. */
package io.github.edgeroutine.cloud.text;
