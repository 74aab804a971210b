// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import io.github.edgeroutine.routine.CallFailedException;
import java.util.Optional;

/** The errors that one product has beside those of the gateway. It is asked before {@link GatewayError}. */
@FunctionalInterface
public interface ServiceErrors {

    /** Empty if the product has no words of its own for it. */
    Optional<CallFailedException> failure(RpcError error);
}
