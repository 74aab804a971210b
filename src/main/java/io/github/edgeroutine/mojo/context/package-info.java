// SPDX-License-Identifier: Apache-2.0
/** What a goal gets from Maven. Goals pass it to other classes, so that no other class needs a Mojo. */
package io.github.edgeroutine.mojo.context;
