// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

/** Answers all requests below one path: the gateway of the operations, or something beside it such as an object store. */
public interface RequestHandler {

    /** How the paths begin that it answers, such as {@code /oss/name/}, with a slash at both ends. */
    String root();

    /** Reads a request. It never fails: the answer says what is wrong with the request. */
    HandledRequest read(RawRequest request);
}
