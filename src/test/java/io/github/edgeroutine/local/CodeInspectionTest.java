// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.edgeroutine.dcdn.DcdnTraits;
import io.github.edgeroutine.esa.EsaTraits;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.source.CodeFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeInspectionTest {

    private static final String LISTENER =
            "addEventListener('fetch', event => event.respondWith(new Response('hello')));\n";
    private static final String NO_LISTENER =
            "has no addEventListener, so it probably does not answer requests: index.js";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n  // ü\n",
                "const page = '<html><body></body></html>';",
                "/* <!doctype html> */",
                "<!-- an old way to write a comment\nfoo();",
                "const map = {\"mappings\": \"AAAA\"};",
                "{ let a = {\"mappings\": \"AAAA\"}; }",
                "{\n  const map = {\n    \"mappings\" : []\n  }\n}",
                "const text = `\nimport of goods\nexport default of nothing\n`;",
                "/*\nimport a from 'a';\nexport default a;\n*/",
                "const a = 'it\\\n" + "import b';",
                "const quote = /['\"`]/; const b = 1 / 2 / 3; // '\n",
                "import('a').then(a => a.b());",
                "importScripts('a.js');",
                "const x = {\n  import: 1,\n  export: 2,\n};",
                "exports.a = 1;"
            })
    void aScriptWithAListenerIsValid(String code) {
        assertEquals(List.of(), findings(DcdnTraits.TRAITS, "index.js", code + "\n" + LISTENER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LISTENER,
                "export default { async fetch(request) { return new Response('hello'); } };",
                "var worker = {\n  fetch() {}\n};\nexport {\n  worker as default\n};"
            })
    void aServiceThatRunsModulesAcceptsBothForms(String code) {
        assertEquals(List.of(), findings(EsaTraits.TRAITS, "index.mjs", code));
    }

    @ParameterizedTest
    @CsvSource({
        "index.ts, TypeScript",
        "index.TS, TypeScript",
        "index.tsx, TypeScript",
        "index.mts, TypeScript",
        "index.d.cts, TypeScript",
        "index.jsx, JSX"
    })
    void theNameOfTheFileShowsThatItMustBeCompiled(String name, String language) {
        assertEquals(
                certain("is " + language
                        + ", which no service can run: compile it, and set the path of the JavaScript: " + name),
                findings(DcdnTraits.TRAITS, name, LISTENER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html></html>",
                "<!doctype HTML>\n",
                "\n <html lang=\"en\">\n</html>",
                "\uFEFF<!DOCTYPE html><html></html>",
                "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>",
                "<<<<<<< HEAD\nfoo();\n=======\nbar();\n>>>>>>> other\n"
            })
    void anHtmlPageIsNotJavaScript(String text) {
        assertEquals(
                certain("is HTML or XML, not JavaScript: index.js"), findings(DcdnTraits.TRAITS, "index.js", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":3,\"sources\":[],\"mappings\":\"AAAA\"}",
                "{\n  \"version\": 3,\n  \"mappings\" : \"AAAA\"\n}\n",
                "{\"message\":\"not found\"}",
                "[1, 2]"
            })
    void jsonIsNotJavaScript(String text) {
        assertEquals(
                certain("is JSON, such as a source map, not JavaScript: index.js"),
                findings(DcdnTraits.TRAITS, "index.js", text));
    }

    @Test
    void aPointerOfGitLfsIsNotJavaScript() {
        assertEquals(
                certain("is a Git LFS pointer, not JavaScript: run 'git lfs pull', or let the CI server check"
                        + " out LFS files: index.js"),
                findings(
                        DcdnTraits.TRAITS,
                        "index.js",
                        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"));
    }

    @Test
    void aNulByteIsNamedWithItsLine() {
        assertEquals(
                certain("contains a NUL byte in line 3, so it is not the text of a script: index.js"),
                findings(DcdnTraits.TRAITS, "index.js", "\n\na\0b" + LISTENER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export default {\n  fetch() {}\n};",
                "import a from 'a';",
                "  import { a } from 'a';",
                "export{a as default};",
                "import\"a\";"
            })
    void moduleSyntaxIsAPossibleErrorIfTheServiceRunsScripts(String line) {
        assertEquals(
                List.of(new CodeFinding(
                        false,
                        "contains module syntax in line 2, but this service runs only scripts: let the"
                                + " bundler write a script (such as esbuild --format=iife): index.js")),
                findings(DcdnTraits.TRAITS, "index.js", LISTENER + line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// addEventListener('fetch', handle);\nfunction handle() {}",
                "const text = \"addEventListener\";",
                "function fetch() {}"
            })
    void codeThatProbablyAnswersNothingIsAPossibleError(String code) {
        assertEquals(List.of(new CodeFinding(false, NO_LISTENER)), findings(DcdnTraits.TRAITS, "index.js", code));
    }

    @Test
    void aModuleNeedsAnExportedFetch() {
        String words =
                "has no addEventListener and no exported fetch, so it probably does not answer requests: index.js";

        assertEquals(
                List.of(new CodeFinding(false, words)),
                findings(EsaTraits.TRAITS, "index.js", "export const a = 1; // fetch"));
        assertEquals(
                List.of(new CodeFinding(false, words)),
                findings(EsaTraits.TRAITS, "index.js", "fetch('http://example.com');"));
    }

    /** A bundle on one line, of the largest size for the services. */
    @Test
    void aLargeFileIsCheckedInTime() {
        String code = ("var a='x'+`y${1/2}`,b=/[/]\"/g;/* export */" + "fetch(a);").repeat(120_000) + LISTENER;

        List<CodeFinding> findings =
                assertTimeout(Duration.ofSeconds(10), () -> findings(DcdnTraits.TRAITS, "index.js", code));

        assertEquals(List.of(), findings);
    }

    private static List<CodeFinding> certain(String words) {
        return List.of(new CodeFinding(true, words));
    }

    private static List<CodeFinding> findings(ServiceTraits service, String name, String text) {
        return new CodeInspection(new CodeFile(Path.of(name), text.getBytes(UTF_8)), service).findings();
    }
}
