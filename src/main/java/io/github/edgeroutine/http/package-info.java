/**
 * One exchange over HTTP: TLS, the tunnel of a proxy, one deadline over all of it, and words for what fails. For the API, the
 * object store and the probes alike. Everything is non-null unless said otherwise.
 */
package io.github.edgeroutine.http;
