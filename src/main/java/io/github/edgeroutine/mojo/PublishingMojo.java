// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.memory.RememberedRun;
import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.output.LoggedProgress;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.mojo.reactor.RunOfBuild;
import io.github.edgeroutine.mojo.reactor.SelectedModules;
import io.github.edgeroutine.report.HtmlReport;
import io.github.edgeroutine.report.JsonReport;
import io.github.edgeroutine.report.Table;
import io.github.edgeroutine.routine.publish.HealthGate;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Publisher;
import io.github.edgeroutine.routine.rollback.Invocation;
import io.github.edgeroutine.routine.rollback.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * What the goals have in common that put revisions into environments: they plan, write, read back and report.
 *
 * @param <W> the request, as in {@link EdgeRoutineMojo}
 */
abstract class PublishingMojo<W> extends EdgeRoutineMojo<W> {

    /**
     * Does everything but the write, with the same checks and the same table. Takes <code>true</code> or
     * <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.dryRun", defaultValue = "false")
    private String dryRun;

    /**
     * How long the routine may take to show what was published, in seconds (such as 30, 30s or 5m), from 0 to 3600; then the build fails and
     * says what is live where. 0 does not look.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.verifyTimeout", defaultValue = "60")
    private String verifyTimeout;

    /**
     * The file that tells programs how it ended; it is written on failure and on a dry run too. Beside it, ending in <code>.html</code>, comes the same as a page for people. By default
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

    /** @param probes how long the probes may take together */
    final Duration verifyTimeout(ParameterErrors faults, Duration probes) {
        Duration patience = faults.read("verifyTimeout", () -> ParameterText.seconds(verifyTimeout, 0))
                .orElse(Duration.ZERO);
        faults.read("timeout", this::timeout)
                .filter(limit -> patience.plus(probes).compareTo(limit) > 0)
                .ifPresent(limit -> faults.add("timeout", tooShort(limit, patience, probes)));
        return patience;
    }

    private static String tooShort(Duration limit, Duration patience, Duration probes) {
        String needed = patience.plus(probes).toSeconds() + " seconds";
        return "is " + limit.toSeconds() + " seconds, but "
                + (probes.isZero()
                        ? "<verifyTimeout> (-Dedge-routine.verifyTimeout) is " + needed
                                + ": raise <timeout>, or lower <verifyTimeout>"
                        : "<verifyTimeout> (-Dedge-routine.verifyTimeout) and the timeouts of <probes> are " + needed
                                + " together: raise <timeout>, or lower the others");
    }

    final Path reportFile() {
        return reportFile(reportFile);
    }

    final RunOfBuild run() {
        return new RunOfBuild(sharedInBuild(), session());
    }

    final RememberedRun remembered(Connection service, Run.Kind kind) {
        return new RememberedRun(
                service.memories(), new Invocation(run().id(), id(project())), kind, new LoggedProgress(getLog()));
    }

    final Publisher publisher(Connection service, RememberedRun remembered) {
        LoggedProgress progress = new LoggedProgress(getLog());
        HealthGate gate = new HealthGate(service.prober(), service.time(), progress);
        return new Publisher(service.routines(), progress, service.time(), gate, remembered);
    }

    /** Tells and reports it, and fails if it failed. */
    final void conclude(Connection service, RememberedRun remembered, Outcome outcome, Path report)
            throws MojoFailureException {
        tell(outcome);
        if (!outcome.request().dryRun()) {
            if (outcome.isUpToDate()) {
                remembered.upToDate(outcome);
            }
            run().onSuccess(() -> remembered.complete(outcome.request().routine()));
        }
        try {
            new JsonReport(pluginVersion, service.endpoint(), service.simulated())
                    .write(
                            report,
                            outcome,
                            service.memories().of(outcome.request().routine()),
                            service.calls().calls(),
                            service.time().start(),
                            service.time().now());
            HtmlReport.write(report, HtmlReport.beside(report));
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
        } else if (outcome.request().dryRun()) {
            getLog().info("Dry run: nothing was written.");
        } else {
            Table.of(outcome).forEach(getLog()::info);
        }
    }
}
