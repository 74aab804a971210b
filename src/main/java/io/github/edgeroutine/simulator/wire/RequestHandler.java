// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

/** Answers all requests below one path: the gateway of the operations, or another handler such as an object store. */
public interface RequestHandler {

    /** The beginning of its paths, such as {@code /oss/name/}, with a slash at both ends. */
    String root();

    /** Reads a request. It never fails: if the request is invalid, the answer says so. */
    HandledRequest read(RawRequest request);
}
