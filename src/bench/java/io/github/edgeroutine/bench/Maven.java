// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import io.github.edgeroutine.simulator.AccessKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs {@code mvn deploy} in its own process, as a user does. */
final class Maven {

    /** @param peak the largest resident set of one process, in MB */
    record Build(double millis, double peak) {}

    private static final Path TIME = Path.of("/usr/bin/time");

    private final Options options;
    private final AccessKey key;
    private final String jvm;
    private final Map<String, String> environment;
    private final Path settings;

    /** With the default options of the JVM. */
    Maven(Options options, AccessKey key) throws IOException {
        this(options, key, "", Map.of());
    }

    private Maven(Options options, AccessKey key, String jvm, Map<String, String> environment) throws IOException {
        this.options = options;
        this.key = key;
        this.jvm = jvm;
        this.environment = environment;
        this.settings = Files.createDirectories(options.directory()).resolve("settings.xml");
        Files.writeString(
                settings,
                "<settings><servers><server><id>aliyun</id><username>" + key.id() + "</username><password>"
                        + key.secret() + "</password></server></servers></settings>");
    }

    Maven withJvm(String arguments) throws IOException {
        return new Maven(options, key, arguments, environment);
    }

    /** The plugin and the script in Node trust the server with it. */
    Maven trusting(Certificate certificate) throws IOException {
        return new Maven(
                options,
                key,
                "-Djavax.net.ssl.trustStore=" + certificate.trust() + " -Djavax.net.ssl.trustStorePassword="
                        + Certificate.PASSWORD,
                Map.of("NODE_EXTRA_CA_CERTS", certificate.pem().toString()));
    }

    static String command(Options options) {
        return options.mavenHome().resolve("bin/mvn").toString();
    }

    Build deploy(Path project, String... arguments) throws IOException, InterruptedException {
        return deploy(project, options.localRepository(), settings, arguments);
    }

    Build deploy(Path project, Path localRepository, Path settings, String... arguments)
            throws IOException, InterruptedException {
        // Otherwise artifacts that are already deployed would be skipped.
        Path deployed = options.directory().resolve("deployed");
        delete(deployed);
        Path log = project.resolve("build.log");
        Path peak = project.resolve("peak");
        List<String> command = new ArrayList<>(List.of(TIME.toString(), "-f", "%M", "-o", peak.toString()));
        command.addAll(List.of(command(options), "-B", "-ntp", "deploy", "-s", settings.toString()));
        command.add("-Dmaven.repo.local=" + localRepository);
        command.add("-Dbench.deployed=" + deployed);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("ALIBABA_CLOUD_ACCESS_KEY_ID", key.id());
        builder.environment().put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", key.secret());
        builder.environment().put("MAVEN_OPTS", jvm);
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        int status = builder.start().waitFor();
        double millis = (System.nanoTime() - start) / 1e6;
        if (status != 0) {
            throw new IllegalStateException("the build failed, see " + log);
        }
        return new Build(millis, Double.parseDouble(Files.readString(peak).strip()) / 1024);
    }

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> paths = Files.walk(tree)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
