// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.code;

import io.github.edgeroutine.local.NodeSearch;
import java.nio.file.Path;
import java.util.List;

/**
 * Valid parameters.
 *
 * @param port 0 for a free one
 * @param watched a change of one of these files, or of one in these directories, reloads the code
 */
record ServerSettings(Path code, int port, List<Path> watched, NodeSearch search, List<String> hosts) {}
