// SPDX-License-Identifier: Apache-2.0
/** What is asked of code before it is uploaded. */
package io.github.edgeroutine.mojo.code;
