package io.github.edgeroutine.mojo;

import io.github.edgeroutine.report.Table;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Publication;
import io.github.edgeroutine.routine.PublishFailedException;
import io.github.edgeroutine.routine.Publisher;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.simulator.Account;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Publishes one code revision of an Edge Routine to environments, and fails the build unless the service confirms it.
 * Calls the operation <code>PublishRoutineCodeRevision</code> of the DCDN API, version 2018-01-15.
 *
 * @since 0.1.0
 */
@Mojo(name = "publish", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class PublishMojo extends EdgeRoutineMojo<Publication> {

    /**
     * The name of the routine, as the DCDN console lists it. Required unless the goal is skipped.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.name")
    private String name;

    /**
     * The code revision to publish: the 19 digits that the DCDN console lists beside each version of the routine's
     * code. Required unless the goal is skipped.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeRevision")
    private String codeRevision;

    /**
     * The environments that shall run the revision: <code>staging</code>, <code>production</code> or canary regions
     * such as <code>presetCanaryZhejiang</code>; on the command line with commas between them. Required unless the goal
     * is skipped, and without a default, so that nothing reaches production unasked. A canary region has left
     * production: naming <code>production</code> alone leaves it on its old code.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.environments")
    private List<String> environments;

    @Inject
    PublishMojo(MavenSession session, SettingsDecrypter decrypter) {
        super(session, decrypter);
    }

    @Override
    Optional<Publication> wish(Faults faults) {
        Optional<RoutineName> routine = faults.require(
                "name", name, "give the name of the routine, as the DCDN console lists it", RoutineName::new);
        Optional<CodeRevision> revision = faults.require(
                "codeRevision",
                codeRevision,
                "give the 19 digits of the revision, as the DCDN console lists them",
                CodeRevision::new);
        List<Environment> targets = targets(faults);
        return routine.isPresent() && revision.isPresent() && !targets.isEmpty()
                ? Optional.of(new Publication(routine.get(), revision.get(), targets))
                : Optional.empty();
    }

    private List<Environment> targets(Faults faults) {
        List<String> names = environments == null ? List.of() : Environment.namesIn(environments);
        if (names.isEmpty()) {
            faults.add("environments", "is missing: name at least one <environment>, such as staging or production");
        }
        return names.stream()
                .flatMap(each -> faults.read("environments", each, Environment::new).stream())
                .toList();
    }

    @Override
    void prepare(Account account, Publication wish) {
        account.ensure(
                wish.routine().text(),
                wish.revision().digits(),
                wish.environments().stream().map(Environment::name).toList());
    }

    @Override
    void act(Publication wish, EdgeRoutines routines) throws PublishFailedException {
        Table.of(new Publisher(routines).publish(wish)).forEach(getLog()::info);
    }
}
