// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.report.HtmlReport;
import io.github.edgeroutine.report.JsonReport;
import io.github.edgeroutine.report.Table;
import io.github.edgeroutine.routine.HealthGate;
import io.github.edgeroutine.routine.Outcome;
import io.github.edgeroutine.routine.Publisher;
import io.github.edgeroutine.routine.RollbackMemory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * What the goals have in common that put revisions into environments: they plan, write, read back and report.
 *
 * @param <W> the wish, as in {@link EdgeRoutineMojo}
 */
abstract class PublishingMojo<W> extends EdgeRoutineMojo<W> {

    /**
     * Does everything but the write, with the same checks and the same table.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.dryRun", defaultValue = "false")
    private String dryRun;

    /**
     * How long the routine may take to show what was published, in seconds, from 0 to 3600; then the build fails and
     * says what is live where. 0 does not look.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.verifyTimeout", defaultValue = "60")
    private String verifyTimeout;

    /**
     * The file that tells programs how it ended, and a rollback what ran before; it is written on failure and on a dry
     * run too. Beside it, ending in <code>.html</code>, comes the same as a page for people. By default
     * <code>target/edge-routine/publish.json</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.reportFile")
    private File reportFile;

    @Parameter(defaultValue = "${plugin.version}", readonly = true)
    private String pluginVersion;

    PublishingMojo(MavenSession session, SettingsDecrypter decrypter, SelectedModules modules) {
        super(session, decrypter, modules);
    }

    final boolean isDryRun() {
        return ParameterText.isOn(dryRun);
    }

    @Override
    final Duration reserve() {
        Duration third = timeout().dividedBy(3);
        return third.compareTo(threeCalls()) < 0 ? third : threeCalls();
    }

    /** @param others what else takes time after a publish */
    final Duration verifyTimeout(Faults faults, Duration others) {
        Duration patience = faults.read("verifyTimeout", () -> ParameterText.seconds(verifyTimeout, 0))
                .orElse(Duration.ZERO);
        faults.read("timeout", this::timeout)
                .filter(limit -> patience.plus(others).compareTo(limit) > 0)
                .ifPresent(limit -> faults.add(
                        "timeout",
                        "is " + limit.toSeconds()
                                + " seconds, but <verifyTimeout> and the timeouts of <probes> alone are "
                                + patience.plus(others).toSeconds()));
        return patience;
    }

    final Path reportFile() {
        return reportFile(reportFile);
    }

    /** Has it done, told and reported, and fails if it failed. */
    final void publish(Service service, Function<Publisher, Outcome> work) throws MojoFailureException {
        conclude(service, work.apply(publisher(service)));
    }

    final Publisher publisher(Service service) {
        LoggedProgress progress = new LoggedProgress(getLog());
        HealthGate gate = new HealthGate(service.prober(), service.time(), progress);
        return new Publisher(service.routines(), progress, service.time(), gate, RollbackMemory.NONE);
    }

    /** Tells and reports it, and fails if it failed. */
    final void conclude(Service service, Outcome outcome) throws MojoFailureException {
        tell(outcome);
        try {
            new JsonReport(pluginVersion, service.endpoint(), service.simulated())
                    .write(
                            reportFile(),
                            outcome,
                            service.calls().calls(),
                            service.time().start(),
                            service.time().now());
            HtmlReport.write(reportFile(), HtmlReport.beside(reportFile()));
        } catch (IOException | RuntimeException e) {
            getLog().warn("The report <reportFile> (-Dedge-routine.reportFile) could not be written: " + e);
        }
        ci().ifPresent(server -> server.concluded(outcome, service.simulated()));
        if (outcome.failure().isPresent()) {
            throw new MojoFailureException(outcome.failure().get());
        }
    }

    private void tell(Outcome outcome) {
        outcome.probes().stream()
                .filter(probe -> probe.flaw().isEmpty())
                .forEach(probe -> getLog().info(probe.toString()));
        if (outcome.isUpToDate()) {
            getLog().info("Up to date: there was nothing to publish.");
        } else if (outcome.wish().dryRun()) {
            getLog().info("Dry run: nothing was written.");
        } else {
            Table.of(outcome).forEach(getLog()::info);
        }
    }
}
