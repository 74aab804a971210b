package io.github.edgeroutine.mojo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.plugin.MojoFailureException;

/** Gathers every fault of a configuration, so that one build names them all. */
final class Faults {

    private final List<String> faults = new ArrayList<>();

    /** @param fault the rest of a sentence that begins with the POM element and its property */
    void add(String parameter, String fault) {
        faults.add("<" + parameter + "> (-Dedge-routine." + parameter + ") " + fault);
    }

    /**
     * @param value may be {@code null}, which is left to the caller like a blank one
     * @param reader throws {@link IllegalArgumentException} with the rest of a sentence, as {@link #add} takes it
     * @return empty if the value is missing or a fault was noted
     */
    <T> Optional<T> read(String parameter, String value, Function<String, T> reader) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(value.strip()));
        } catch (IllegalArgumentException e) {
            add(parameter, e.getMessage());
            return Optional.empty();
        }
    }

    /** Like {@link #read}, but a missing value is a fault too. */
    <T> Optional<T> require(String parameter, String value, String hint, Function<String, T> reader) {
        if (value == null || value.isBlank()) {
            add(parameter, "is missing: " + hint);
        }
        return read(parameter, value, reader);
    }

    void throwIfAny() throws MojoFailureException {
        if (!faults.isEmpty()) {
            throw new MojoFailureException("The configuration cannot be used: " + String.join("; ", faults));
        }
    }
}
