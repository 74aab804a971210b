/**
 * The goals: parameters in, one call of the domain, one exception translated. The only package that sees Maven, and so
 * the place for what only Maven knows: settings, offline mode, the session's properties. Everything is non-null unless
 * said otherwise.
 */
package io.github.edgeroutine.mojo;
