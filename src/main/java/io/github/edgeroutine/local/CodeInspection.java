// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.ServiceTraits.Ability;
import io.github.edgeroutine.source.CodeFile;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks the text of code for common mistakes, without running it. */
public final class CodeInspection {

    private static final Pattern TYPESCRIPT = Pattern.compile(".*\\.(ts|tsx|mts|cts)");
    private static final Pattern LISTENER = Pattern.compile("\\baddEventListener\\b");
    private static final Pattern EXPORT = Pattern.compile("\\bexport\\b");
    private static final Pattern FETCH = Pattern.compile("\\bfetch\\b");

    private static final Gson JSON =
            new GsonBuilder().setStrictness(Strictness.STRICT).create();

    private final Path path;
    private final String text;
    private final boolean modules;

    /** @param service that runs the code */
    public CodeInspection(CodeFile file, ServiceTraits service) {
        this.path = file.path();
        this.modules = service.can(Ability.MODULES);
        try {
            this.text = file.text();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("is not UTF-8 text: " + path);
        }
    }

    /** Returns only certain findings if there are any. */
    public List<CodeFinding> findings() {
        Optional<String> fault = name().or(this::content);
        if (fault.isPresent()) {
            return List.of(CodeFinding.certain(fault.get() + ": " + path));
        }
        ScriptText script = ScriptText.of(text);
        return Stream.of(module(script), handler(script))
                .flatMap(Optional::stream)
                .map(words -> CodeFinding.doubt(words + ": " + path))
                .toList();
    }

    private Optional<String> name() {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (TYPESCRIPT.matcher(name).matches()) {
            return Optional.of(
                    "is TypeScript, which no service can run: compile it, and set the path of the JavaScript");
        }
        return name.endsWith(".jsx")
                ? Optional.of("is JSX, which no service can run: compile it, and set the path of the JavaScript")
                : Optional.empty();
    }

    private Optional<String> content() {
        String stripped = text.strip();
        if (stripped.startsWith("<") && !stripped.startsWith("<!--")) {
            return Optional.of("is HTML or XML, not JavaScript");
        }
        if (isJson(stripped)) {
            return Optional.of("is JSON, such as a source map, not JavaScript");
        }
        if (stripped.startsWith("version ") && stripped.contains("//git-lfs.github.com/spec/")) {
            return Optional.of(
                    "is a Git LFS pointer, not JavaScript: run 'git lfs pull', or let the CI server check out"
                            + " LFS files");
        }
        int zero = text.indexOf('\0');
        return zero < 0
                ? Optional.empty()
                : Optional.of("contains a NUL byte in line " + lineOf(zero) + ", so it is not the text of a script");
    }

    /** An object with a member, or a list with an element, has no effect in a script. */
    private static boolean isJson(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return false;
        }
        try {
            JsonElement element = JSON.fromJson(text, JsonElement.class);
            return element.isJsonObject()
                    ? !element.getAsJsonObject().isEmpty()
                    : !element.getAsJsonArray().isEmpty();
        } catch (JsonParseException e) {
            return false;
        }
    }

    private Optional<String> module(ScriptText script) {
        return modules
                ? Optional.empty()
                : script.moduleSyntax()
                        .map(at -> "contains module syntax in line " + lineOf(at)
                                + ", but this service runs only scripts: let the bundler write a script (such"
                                + " as esbuild"
                                + " --format=iife)");
    }

    private Optional<String> handler(ScriptText script) {
        boolean found = LISTENER.matcher(script.code()).find()
                || modules
                        && EXPORT.matcher(script.code()).find()
                        && FETCH.matcher(script.code()).find();
        return found
                ? Optional.empty()
                : Optional.of("has no " + (modules ? "addEventListener and no exported fetch" : "addEventListener")
                        + ", so it probably does not answer requests");
    }

    private long lineOf(int index) {
        return text.substring(0, index).lines().count() + (index > 0 && text.charAt(index - 1) == '\n' ? 1 : 0);
    }
}
