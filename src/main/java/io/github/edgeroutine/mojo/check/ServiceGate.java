// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.check;

import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.connection.ConnectionParameters;
import io.github.edgeroutine.mojo.connection.Connector;
import io.github.edgeroutine.mojo.connection.MavenCredentials;
import io.github.edgeroutine.mojo.connection.NoCredentialsException;
import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.output.LoggedProgress;
import io.github.edgeroutine.mojo.parameters.CheckMode;
import io.github.edgeroutine.mojo.reactor.ExecutionPreview;
import io.github.edgeroutine.routine.check.Findings;
import io.github.edgeroutine.routine.check.Intention;
import io.github.edgeroutine.routine.check.ServiceCheck;
import io.github.edgeroutine.routine.upkeep.Uploader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Stops a build before it deploys something that the service will certainly refuse. It only reads. */
public record ServiceGate(GoalContext goal, SettingsDecrypter decrypter, CheckMode mode) {

    /**
     * Asks the service of each execution that will run.
     *
     * @throws MojoFailureException with every error, and with what could not be checked although this is required
     */
    public void check(List<ExecutionPreview> previews) throws IOException, MojoFailureException {
        if (mode == CheckMode.OFF) {
            return;
        }
        List<String> faults = new ArrayList<>();
        for (var each : IntentionsOf.all(previews).entrySet()) {
            // With another service, the messages must name another console.
            GoalContext of = goal.of(each.getKey().edge().traits());
            new ServiceGate(of, decrypter, mode)
                    .check(each.getKey(), each.getValue().values()).stream()
                            .map(of.names()::written)
                            .forEach(faults::add);
        }
        if (!faults.isEmpty()) {
            throw new MojoFailureException(String.join(" ", faults));
        }
    }

    private List<String> check(ConnectionParameters written, Collection<List<Intention>> routines) throws IOException {
        if (written.isRehearsal()) {
            goal.log()
                    .info("Rehearsal: the service is simulated with everything that the goals name, so it was"
                            + " not checked.");
            return List.of();
        }
        if (goal.session().isOffline() && !written.isOnThisMachine()) {
            return notChecked("Maven is offline (-o, or <offline> in settings.xml).");
        }
        boolean mayStayOut = mode == CheckMode.AUTO;
        try {
            if (mayStayOut) {
                new MavenCredentials(goal.session(), decrypter, goal.log()).requireSource(written.serverId());
            }
            return connect(mayStayOut ? written.impatient() : written, routines);
        } catch (NoCredentialsException e) {
            return notChecked(mayStayOut ? e.reason() : e.getMessage());
        } catch (MojoFailureException e) {
            return notChecked(e.getMessage());
        }
    }

    private List<String> connect(ConnectionParameters parameters, Collection<List<Intention>> routines)
            throws IOException, MojoFailureException {
        try (Connector connector = Connector.begin(goal, decrypter, parameters)) {
            return ask(connector.connect(), routines);
        }
    }

    private List<String> ask(PendingConnection connection, Collection<List<Intention>> routines) throws IOException {
        List<String> faults = new ArrayList<>();
        boolean isOwnerTold = false;
        for (List<Intention> intentions : routines) {
            try (Connection service = connection.openToCount()) {
                ServiceCheck check = new ServiceCheck(
                        service.routines(),
                        service.key(),
                        new Uploader(service.routines(), service.time(), new LoggedProgress(goal.log()), Set.of()));
                Findings findings = check.check(intentions);
                if (findings.isAnswered() && !isOwnerTold) {
                    goal.log().info(check.owner());
                    isOwnerTold = true;
                }
                findings.facts().forEach(goal.log()::info);
                faults.addAll(findings.faults());
                findings.gaps().forEach(gap -> faults.addAll(notChecked(gap)));
                if (!findings.isAnswered()) {
                    break;
                }
            }
        }
        return faults;
    }

    /** @return an error if the check is required */
    private List<String> notChecked(String reason) {
        if (mode == CheckMode.REQUIRE) {
            return List.of("The service could not be checked, but {checkService=require} requires it: " + reason);
        }
        goal.log().info("The service was not checked: " + reason + " The build continues.");
        return List.of();
    }
}
