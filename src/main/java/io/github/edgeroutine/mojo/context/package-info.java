// SPDX-License-Identifier: Apache-2.0
/** What Maven gives a goal. Goals hand it on to their collaborators, so that none of these receives a Mojo. */
package io.github.edgeroutine.mojo.context;
