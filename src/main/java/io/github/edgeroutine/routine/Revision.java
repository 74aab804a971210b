// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A revision that the service keeps.
 *
 * @param description as it was given at the upload, fit to print; may be empty
 * @param created when, in the service's own words, fit to print; may be empty
 * @param readiness whether it can run
 * @param binding to the function variables of an environment; empty if there is none, or the service says nothing of it
 * @param contentHash of its static files, and of its code if there is any, as whoever made it noted it; empty for a revision
 *     of code alone
 */
public record Revision(
        CodeRevision number,
        String description,
        String created,
        Readiness readiness,
        Optional<Binding> binding,
        Optional<String> contentHash) {

    /** Whether a revision can run. A service that says nothing of it has revisions that can. */
    public enum Readiness {
        READY(""),
        PREPARING("not ready yet"),
        /** It waits for an upload that will not come. */
        ABANDONED("upload cut off"),
        FAILED("not usable");

        private final String words;

        Readiness(String words) {
            this.words = words;
        }

        /** Nothing for what is ready. */
        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * Whose function variables a revision got when it was made. It keeps them wherever it runs.
     *
     * @param hasVariables whether the environment had any then
     */
    public record Binding(Environment environment, boolean hasVariables) {

        /** For example "staging", or "staging (none)". */
        @Override
        public String toString() {
            return environment + (hasVariables ? "" : " (none)");
        }
    }

    /** Of code alone. */
    public Revision(
            CodeRevision number, String description, String created, Readiness readiness, Optional<Binding> binding) {
        this(number, description, created, readiness, binding, Optional.empty());
    }

    /** Of a service whose revisions can all run, and have no function variables. */
    public Revision(CodeRevision number, String description, String created) {
        this(number, description, created, Readiness.READY, Optional.empty());
    }

    /** The environment whose function variables it got; empty if there is none. */
    public Optional<Environment> variablesOf() {
        return binding.map(Binding::environment);
    }

    /** For example "1620876959997924701 (2021-05-31T13:20:14Z, Hello World)". */
    @Override
    public String toString() {
        String about = Stream.of(created, description, readiness.toString())
                .filter(text -> !text.isEmpty())
                .collect(joining(", "));
        return about.isEmpty() ? number.digits() : number + " (" + about + ")";
    }
}
