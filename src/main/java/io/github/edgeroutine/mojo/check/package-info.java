// SPDX-License-Identifier: Apache-2.0
/** What check asks of the service on behalf of the later goals of a module. */
package io.github.edgeroutine.mojo.check;
