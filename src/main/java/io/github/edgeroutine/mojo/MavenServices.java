// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.reactor.SelectedModules;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What Maven injects into a goal. Not a component: Maven makes one for each goal. */
record MavenServices(MavenSession session, SettingsDecrypter decrypter, SelectedModules modules) {

    @Inject
    MavenServices {}
}
