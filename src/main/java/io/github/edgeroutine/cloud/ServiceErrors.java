// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import io.github.edgeroutine.routine.CallFailedException;
import java.util.Optional;

/** The error codes that only one product has. They are checked before {@link GatewayError}. */
@FunctionalInterface
public interface ServiceErrors {

    /** Empty if the product does not define this error. */
    Optional<CallFailedException> failure(RpcError error);
}
