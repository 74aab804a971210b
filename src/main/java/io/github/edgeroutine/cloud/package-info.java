// SPDX-License-Identifier: Apache-2.0
/** Calls any RPC product of Alibaba Cloud: endpoint, credentials, signature, answers, gateway errors, rate limit. */
package io.github.edgeroutine.cloud;
