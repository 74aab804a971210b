// SPDX-License-Identifier: Apache-2.0
/** What check asks the service for the later goals of a module. */
package io.github.edgeroutine.mojo.check;
