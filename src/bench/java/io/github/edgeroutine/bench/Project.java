// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** The projects that are built. Each is a POM without code, so that almost only the plugins need time. */
final class Project {

    static final String PUBLISH = plugin(
            "io.github.edgeroutine",
            "edge-routine-maven-plugin",
            Options.text("pluginVersion"),
            "publish",
            "<name>${project.artifactId}</name><codeRevision>" + Service.NEW + "</codeRevision><environments>"
                    + Service.PLACES.stream()
                            .map(place -> "<environment>" + place + "</environment>")
                            .collect(joining())
                    + "</environments>");

    private Project() {}

    static String exec(Path script) {
        return plugin(
                "org.codehaus.mojo",
                "exec-maven-plugin",
                Options.text("execPluginVersion"),
                "exec",
                "<executable>node</executable><arguments><argument>" + script
                        + "</argument><argument>${edge-routine.endpoint}</argument><argument>${project.artifactId}"
                        + "</argument><argument>" + Service.NEW + "</argument>"
                        + Service.PLACES.stream()
                                .map(place -> "<argument>" + place + "</argument>")
                                .collect(joining())
                        + "</arguments>");
    }

    /** @param plugin as created here; empty for a build without the plugin */
    static Path single(Path directory, String plugin) throws IOException {
        return write(directory, pom("", Service.ROUTINE, build("", plugin)));
    }

    /** A parent that does nothing, and modules that publish, starting with {@code module-1}. */
    static Path reactor(Path directory, int modules, String plugin) throws IOException {
        String list = IntStream.rangeClosed(1, modules)
                .mapToObj(number -> "<module>" + module(number) + "</module>")
                .collect(joining("\n", "<modules>\n", "\n</modules>\n"));
        write(directory, pom("", "parent", build(plugin, "") + list));
        for (int number = 1; number <= modules; number++) {
            String parent =
                    "<parent><groupId>bench</groupId><artifactId>parent</artifactId><version>1.0</version></parent>\n";
            write(directory.resolve(module(number)), pom(parent, module(number), build("", used(plugin))));
        }
        return directory;
    }

    static String module(int number) {
        return "module-" + number;
    }

    /** The XML that refers to a managed plugin. */
    private static String used(String plugin) {
        return plugin.replaceFirst("(?s)<version>.*</plugin>", "</plugin>");
    }

    private static String plugin(String group, String artifact, String version, String goal, String configuration) {
        return "<plugin><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId><version>" + version
                + "</version>\n<executions><execution><phase>deploy</phase><goals><goal>" + goal
                + "</goal></goals></execution></executions>\n<configuration>" + configuration
                + "</configuration></plugin>\n";
    }

    private static String build(String managed, String used) {
        String pinned = "<plugin><artifactId>maven-%s-plugin</artifactId><version>%s</version></plugin>\n";
        return "<build><pluginManagement><plugins>\n"
                + pinned.formatted("install", Options.text("installPluginVersion"))
                + pinned.formatted("deploy", Options.text("deployPluginVersion"))
                + managed + "</plugins></pluginManagement>\n<plugins>\n" + used + "</plugins></build>\n";
    }

    private static String pom(String parent, String artifact, String rest) {
        return "<project><modelVersion>4.0.0</modelVersion>\n" + parent + "<groupId>bench</groupId><artifactId>"
                + artifact + "</artifactId><version>1.0</version><packaging>pom</packaging>\n"
                + "<properties><maven.install.skip>true</maven.install.skip></properties>\n"
                + "<distributionManagement><repository><id>here</id>"
                + "<url>file://${bench.deployed}</url></repository></distributionManagement>\n"
                + rest + "</project>\n";
    }

    private static Path write(Path directory, String pom) throws IOException {
        Files.writeString(Files.createDirectories(directory).resolve("pom.xml"), pom);
        return directory;
    }
}
