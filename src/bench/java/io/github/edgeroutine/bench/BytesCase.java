// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much a build with the plugin adds to an empty local repository, compared with an empty build. */
final class BytesCase {

    private final Options options;

    BytesCase(Options options) {
        this.options = options;
    }

    List<Row> run() throws IOException, InterruptedException {
        Path settings = settings();
        try (Service service = new Service(options.latency())) {
            service.reset(Service.ROUTINE);
            Maven maven = new Maven(options, service.key());
            List<Path> bare = fetched(maven, service, settings, "");
            List<Path> publish = fetched(maven, service, settings, Project.PUBLISH);
            double jars = megabytes(publish, ".jar") - megabytes(bare, ".jar");
            double poms = megabytes(publish, ".pom") - megabytes(bare, ".pom");
            return List.of(new Row(
                    "fetched into an empty local repository because of the plugin",
                    "at most 3.5 MB in 1 jar, 1 POM",
                    Figures.number(jars + poms) + " MB",
                    Figures.number(jars) + " MB in " + (count(publish, ".jar") - count(bare, ".jar"))
                            + " jars, its own included, " + Figures.number(poms) + " MB in "
                            + (count(publish, ".pom") - count(bare, ".pom")) + " POMs"));
        }
    }

    /** Files that were downloaded before act as the remote repository, so that no network is needed. */
    private Path settings() throws IOException {
        String repository = "<id>central</id><url>" + options.localRepository().toUri()
                + "</url><snapshots><enabled>true</enabled></snapshots>";
        Path file = Files.createDirectories(options.directory()).resolve("empty-settings.xml");
        return Files.writeString(
                file,
                "<settings><profiles><profile><id>here</id><repositories><repository>" + repository
                        + "</repository></repositories><pluginRepositories><pluginRepository>" + repository
                        + "</pluginRepository></pluginRepositories></profile></profiles>"
                        + "<activeProfiles><activeProfile>here</activeProfile></activeProfiles></settings>");
    }

    private List<Path> fetched(Maven maven, Service service, Path settings, String plugin)
            throws IOException, InterruptedException {
        Path local = options.directory().resolve("empty-repository");
        Maven.delete(local);
        Path project = Project.single(options.directory().resolve("empty"), plugin);
        maven.deploy(project, local, settings, service.endpoint());
        try (Stream<Path> files = Files.walk(local)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static long count(List<Path> files, String ending) {
        return files.stream().filter(file -> file.toString().endsWith(ending)).count();
    }

    private static double megabytes(List<Path> files, String ending) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += file.toString().endsWith(ending) ? Files.size(file) : 0;
        }
        return bytes / 1e6;
    }
}
