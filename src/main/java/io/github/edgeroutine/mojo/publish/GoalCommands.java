// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.publish;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.report.NextSteps;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenExecutionRequest;

/** Commands as the user called Maven: with the same POM, settings, profiles and options of this plugin. */
record GoalCommands(GoalContext goal) implements NextSteps.Commands {

    private static final String OPTION = "edge-routine.";
    private static final String REPOSITORY = "maven.repo.local";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");
    /** The options that say which service is called; each goal has them. */
    private static final List<String> SERVICE =
            List.of("service", "region", "endpoint", "serverId", "simulate", "timeout", "retries");

    /** Names the execution of the POM, because its configuration may contain the service. */
    @Override
    public String goal(String name, Map<String, String> options) {
        Map<String, String> all = new LinkedHashMap<>();
        SERVICE.forEach(option -> goal.commandLine(option).ifPresent(value -> all.put(option, value)));
        all.putAll(options);
        List<String> words = start();
        words.addAll(module());
        words.add(prefix() + name + execution());
        return line(words, all);
    }

    @Override
    public String build() {
        return line(repeated(), given());
    }

    @Override
    public String build(String option, String value) {
        Map<String, String> options = given();
        options.put(option, value);
        return line(repeated(), options);
    }

    @Override
    public List<String> omitted() {
        return goal.session().getUserProperties().stringPropertyNames().stream()
                .filter(name -> !name.startsWith(OPTION) && !name.equals(REPOSITORY))
                .sorted()
                .map(name -> "-D" + name)
                .toList();
    }

    private List<String> repeated() {
        List<String> words = start();
        List<String> selected = goal.session().getRequest().getSelectedProjects();
        if (!selected.isEmpty()) {
            words.addAll(List.of("-pl", String.join(",", selected)));
        }
        words.addAll(goal.session().getGoals());
        return words;
    }

    private List<String> start() {
        MavenExecutionRequest request = goal.session().getRequest();
        List<String> words = new ArrayList<>(List.of("mvn"));
        Path here = Path.of(system("user.dir"));
        File pom = request.getPom();
        if (pom != null && !pom.toPath().equals(here.resolve("pom.xml"))) {
            words.addAll(List.of("-f", written(here, pom)));
        }
        File settings = request.getUserSettingsFile();
        Path usual = Path.of(system("user.home"), ".m2", "settings.xml");
        if (settings != null && !settings.toPath().equals(usual)) {
            words.addAll(List.of("-s", written(here, settings)));
        }
        if (!request.getActiveProfiles().isEmpty()) {
            words.addAll(List.of("-P", String.join(",", request.getActiveProfiles())));
        }
        return words;
    }

    private static String written(Path here, File file) {
        Path path = file.toPath();
        return (path.startsWith(here) ? here.relativize(path) : path).toString();
    }

    /** Only this module, if the build has several. */
    private List<String> module() {
        return goal.session().getAllProjects().size() > 1
                ? List.of("-pl", ":" + goal.project().getArtifactId())
                : List.of();
    }

    /** The short form works if the user used it. The long form always works. */
    private String prefix() {
        String shortForm = goal.plugin().getGoalPrefix() + ":";
        boolean isTaken = goal.session().getGoals().stream().anyMatch(each -> each.startsWith(shortForm));
        return isTaken ? shortForm : goal.plugin().getId() + ":";
    }

    private String execution() {
        String id = goal.execution().getExecutionId();
        return id == null || id.equals("default-cli") ? "" : "@" + id;
    }

    private Map<String, String> given() {
        Map<String, String> options = new TreeMap<>();
        Properties properties = goal.session().getUserProperties();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(OPTION))
                .forEach(name -> options.put(name.substring(OPTION.length()), properties.getProperty(name)));
        return options;
    }

    private String line(List<String> words, Map<String, String> options) {
        String repository = goal.session().getUserProperties().getProperty(REPOSITORY);
        if (repository != null) {
            words.add("-D" + REPOSITORY + "=" + repository);
        }
        options.forEach((option, value) -> words.add("-D" + OPTION + option + "=" + value));
        return String.join(" ", words.stream().map(this::quoted).toList());
    }

    private String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return system("os.name").startsWith("Windows")
                ? '"' + word.replace("\"", "\\\"") + '"'
                : "'" + word.replace("'", "'\\''") + "'";
    }

    private String system(String name) {
        return goal.session().getSystemProperties().getProperty(name, "");
    }
}
