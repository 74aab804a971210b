// SPDX-License-Identifier: Apache-2.0
/** Reads the parameters. The command line overrides the POM. One message contains all errors. */
package io.github.edgeroutine.mojo.parameters;
