// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import java.nio.file.InvalidPathException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.maven.plugin.MojoFailureException;

/** Collects all errors of a configuration, so that one message contains all of them. */
public final class ParameterErrors {

    private final Set<String> faults = new LinkedHashSet<>();

    /** @param fault the rest of a sentence that begins with the POM element and its property */
    public void add(String parameter, String fault) {
        faults.add("<" + parameter + "> (-Dedge-routine." + parameter + ") " + fault);
    }

    void addSentence(String fault) {
        faults.add(fault);
    }

    /** Like {@link #add}, for a parameter that can be set only in the POM. */
    public void addInPom(String parameter, String fault) {
        faults.add("<" + parameter + "> " + fault);
    }

    /** Like {@link #read}, for a parameter that can be set only in the POM. */
    public <T> Optional<T> readInPom(String parameter, Supplier<T> reader) {
        return read(reader, fault -> addInPom(parameter, fault));
    }

    /**
     * @param reader throws {@link IllegalArgumentException} with the rest of a sentence, as {@link #add} takes it
     * @return empty after an error
     */
    public <T> Optional<T> read(String parameter, Supplier<T> reader) {
        return read(reader, fault -> add(parameter, fault));
    }

    private static <T> Optional<T> read(Supplier<T> reader, Consumer<String> fault) {
        try {
            return Optional.of(reader.get());
        } catch (InvalidPathException e) {
            fault.accept("'" + e.getInput() + "' is not a path that this JVM can write (" + e.getReason()
                    + "): use ASCII letters only, or set LC_ALL=C.UTF-8");
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            fault.accept(e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * @param value may be {@code null}; a missing value is an error with the hint
     * @param reader as in {@link #read}; gets the value without surrounding blanks
     */
    public <T> Optional<T> require(String parameter, String value, String hint, Function<String, T> reader) {
        if (value == null || value.isBlank()) {
            add(parameter, "is missing: " + hint);
            return Optional.empty();
        }
        return read(parameter, () -> reader.apply(value.strip()));
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    public void throwIfAny() throws MojoFailureException {
        if (!faults.isEmpty()) {
            throw failure();
        }
    }

    public MojoFailureException failure() {
        return new InvalidConfigurationException(List.copyOf(faults));
    }
}
