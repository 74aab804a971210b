// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.report.LastPublish;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Rollback;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.Targets;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Puts each environment back to the revision that it ran before the last publish, as the report of that publish remembers
 * it; or to <code>codeRevision</code>. Needs no POM, but the report, or a name, a revision and environments.
 *
 * @since 0.1.0
 */
@Mojo(name = "rollback", requiresProject = false, threadSafe = true)
public final class RollbackMojo extends PublishingMojo<RollbackMojo.Wish> {

    /** @param earlier what shall run again, and where */
    record Wish(RoutineName routine, Map<Environment, CodeRevision> earlier, Duration verifyTimeout) {}

    /**
     * The revision to go back to, instead of the one that the report remembers. Counts only from the command line: in the
     * POM it says what to publish.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeRevision")
    private String codeRevision;

    /**
     * The environments to put back, instead of all that the report remembers. Counts only from the command line: in the
     * POM it says where to publish.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.environments")
    private List<String> environments;

    @Inject
    RollbackMojo(MavenSession session, SettingsDecrypter decrypter, SelectedModules modules) {
        super(session, decrypter, modules);
    }

    @Override
    Optional<Wish> wish(Faults faults) {
        Duration patience = verifyTimeout(faults, Duration.ZERO);
        Optional<LastPublish> last =
                faults.read("reportFile", this::lastPublish).flatMap(report -> report);
        Optional<RoutineName> routine = routine(faults).or(() -> last.map(LastPublish::routine));
        Map<Environment, CodeRevision> remembered = routine.flatMap(
                        name -> last.map(report -> report.before(name, isRehearsal())))
                .orElse(Map.of());
        Optional<CodeRevision> given = commandLine("codeRevision")
                .flatMap(digits -> faults.read("codeRevision", () -> CodeRevision.parse(digits.strip())));
        Optional<Targets> asked = commandLine("environments")
                .flatMap(names -> faults.read("environments", () -> Targets.parse(List.of(names.split(",")))));
        List<Environment> places = Stream.concat(
                        asked.filter(targets -> !targets.all()).isPresent()
                                ? Stream.empty()
                                : remembered.keySet().stream(),
                        asked.stream().flatMap(targets -> targets.named().stream()))
                .distinct()
                .toList();
        Map<Environment, CodeRevision> earlier = Rollback.plan(remembered, given, places);
        if (faults.isEmpty()
                && (routine.isEmpty() || earlier.isEmpty() || !earlier.keySet().containsAll(places))) {
            faults.add(
                    "reportFile",
                    reportFile() + " remembers no earlier revision"
                            + routine.map(name -> " of routine " + name).orElse("")
                            + places.stream()
                                    .filter(place -> !earlier.containsKey(place))
                                    .findFirst()
                                    .map(place -> " in " + place)
                                    .orElse("")
                            + ": give -Dedge-routine.name, -Dedge-routine.codeRevision and -Dedge-routine.environments");
        }
        return routine.map(name -> new Wish(name, earlier, patience));
    }

    private Optional<LastPublish> lastPublish() {
        try {
            return LastPublish.read(reportFile());
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be used: " + e.getMessage());
        }
    }

    private Optional<String> commandLine(String parameter) {
        return Optional.ofNullable(session().getUserProperties().getProperty("edge-routine." + parameter));
    }

    @Override
    void act(Wish wish, Service service) throws MojoFailureException {
        publish(
                service,
                publisher ->
                        new Rollback(publisher).to(wish.earlier(), wish.routine(), isDryRun(), wish.verifyTimeout()));
    }
}
