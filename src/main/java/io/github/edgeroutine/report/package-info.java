/** Outcomes as reports for people and for programs. Values are never {@code null} unless a comment says so. */
package io.github.edgeroutine.report;
