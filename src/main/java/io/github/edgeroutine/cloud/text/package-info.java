// SPDX-License-Identifier: Apache-2.0
/** Text from the network: read strictly, and printed only without secrets and control characters. */
package io.github.edgeroutine.cloud.text;
