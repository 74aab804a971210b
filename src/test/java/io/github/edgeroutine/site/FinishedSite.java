// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Pages as the skin renders them, and what the programs in src/site/java make of them. */
record FinishedSite(Path directory) {

    private static final Path CLASSES = compiled();

    private static Path compiled() {
        try (Stream<Path> sources = Files.list(Path.of("src/site/java"))) {
            Path classes = Files.createTempDirectory(Path.of("target"), "site-classes");
            List<String> arguments = new ArrayList<>(List.of("-d", classes.toString()));
            sources.map(Path::toString).forEach(arguments::add);
            assertEquals(
                    0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)));
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FinishedSite in(Path scratch) throws IOException {
        Path site = scratch.resolve("site");
        Files.createDirectories(site.resolve("zh_CN"));
        Files.createDirectories(site.resolve("js"));
        Files.copy(Path.of("src/site/resources/js/site.js"), site.resolve("js/site.js"));
        return new FinishedSite(site);
    }

    FinishedSite with(String file, String title, String... blocks) throws IOException {
        Files.writeString(directory.resolve(file), """
                <html><head><title>%1$s</title></head>
                <body><div><h1>The plugin</h1></div>
                <main id="bodyColumn" class="span10">
                <section><a id="%1$s"></a>
                <h1>%1$s</h1>
                %2$s</section></main>
                </body></html>
                """.formatted(title, String.join("\n", blocks)));
        return this;
    }

    /** What Doxia makes of the rows with an anchor. */
    static String table(Page page) {
        return page.text()
                .lines()
                .filter(line -> line.startsWith("| <a id="))
                .map(row -> row.replaceAll("<(?!a id=|/a>)", "&lt;").replace("`", ""))
                .map(row -> row.substring(2, row.length() - 2).replaceFirst(" \\| ", "</td>\n<td>"))
                .collect(joining("</td></tr>\n<tr><td>", "<table><tr><td>", "</td></tr></table>"));
    }

    FinishedSite finish() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {CLASSES.toUri().toURL()})) {
            Object arguments = new String[] {"src/site", directory.toString()};
            loader.loadClass("FinishSite").getMethod("main", String[].class).invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw (Exception) e.getCause();
        }
        return this;
    }

    String page(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }
}
