// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem.Severity;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Decrypts only the needed part of settings.xml. Other entries may be impossible to decrypt. */
record Decryption(SettingsDecrypter decrypter) {

    Server of(Server server) throws MojoFailureException {
        return decrypt(new DefaultSettingsDecryptionRequest(server), "server " + server.getId())
                .getServer();
    }

    Proxy of(Proxy proxy) throws MojoFailureException {
        return decrypt(new DefaultSettingsDecryptionRequest(proxy), "proxy " + proxy.getId())
                .getProxy();
    }

    private SettingsDecryptionResult decrypt(SettingsDecryptionRequest one, String what) throws MojoFailureException {
        SettingsDecryptionResult result = decrypter.decrypt(one);
        if (result.getProblems().stream().anyMatch(problem -> problem.getSeverity() != Severity.WARNING)) {
            throw new MojoFailureException("The password of " + what + " in settings.xml cannot be decrypted."
                    + " Check the master password in settings-security.xml (settings-security4.xml on Maven 4)."
                    + " Then encrypt the"
                    + " password again with 'mvn --encrypt-password' ('mvnenc encrypt' on Maven 4).");
        }
        return result;
    }
}
