// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A revision that the service keeps.
 *
 * @param description as it was given at the upload, can be printed; may be empty
 * @param created the time as the service returned it, can be printed; may be empty
 * @param readiness whether it can run
 * @param binding to the function variables of an environment; empty without a binding, or if the service does not
 * show it
 * @param contentHash of its static files and its code, as it was stored at the upload; empty for a revision without
 * static files
 */
public record Revision(
        CodeRevision number,
        String description,
        String created,
        Readiness readiness,
        Optional<Binding> binding,
        Optional<String> contentHash) {

    /** Whether a revision can run. If the service does not show this, all revisions can run. */
    public enum Readiness {
        READY(""),
        PREPARING("not ready yet"),
        /** It waits for an upload that was stopped. */
        ABANDONED("upload cut off"),
        FAILED("not usable");

        private final String words;

        Readiness(String words) {
            this.words = words;
        }

        /** Empty for a ready revision. */
        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * The environment whose function variables a revision got when it was created. It keeps them in each environment.
     *
     * @param hasVariables whether the environment had variables at that time
     */
    public record Binding(Environment environment, boolean hasVariables) {

        /** For example "staging", or "staging (none)". */
        @Override
        public String toString() {
            return environment + (hasVariables ? "" : " (none)");
        }
    }

    /** A revision without static files. */
    public Revision(
            CodeRevision number, String description, String created, Readiness readiness, Optional<Binding> binding) {
        this(number, description, created, readiness, binding, Optional.empty());
    }

    /** For a service whose revisions can all run and have no function variables. */
    public Revision(CodeRevision number, String description, String created) {
        this(number, description, created, Readiness.READY, Optional.empty());
    }

    /** The environment whose function variables it got; otherwise empty. */
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
