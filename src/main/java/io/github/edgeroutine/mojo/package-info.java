/**
 * The goals. Each reads parameters, calls the domain once, and translates one exception. Only this package knows Maven:
 * settings, offline mode, the session's properties. Everything is non-null unless said otherwise.
 */
package io.github.edgeroutine.mojo;
