/**
 * One exchange over HTTP: TLS, the tunnel of a proxy, one deadline for everything, and messages for failures. The API,
 * the object store and the probes use it. Everything is non-null unless stated otherwise.
 */
package io.github.edgeroutine.http;
