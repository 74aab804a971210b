// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.SimulatedAccount;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.esa.EsaAccount;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;

/**
 * The simulated service of an integration test. The setup script starts it, and the verify script checks it. The build
 * under test reads its address from {@code test.properties}.
 */
public final class ServiceFixture {

    /** The key in {@code src/it/settings.xml}. Its characters are those that encodings change. */
    public static final AccessKey KEY = new AccessKey("LTAI5tIntegrationTest0001", "it/secret+With=Every&Trap", null);

    public static final AccessKey TEMPORARY_KEY =
            new AccessKey("STS.NTIntegrationTest0001", "it/temporary+secret=1", "CAIS/it+token==With%Every&Trap");

    private ServiceFixture() {}

    /** Starts a service with the key of settings.xml and one routine with two revisions. */
    public static Simulator start(File basedir, Map<String, Object> context, Fault... faults) {
        return start(basedir, context, KEY, faults);
    }

    public static Simulator start(File basedir, Map<String, Object> context, AccessKey key, Fault... faults) {
        DcdnAccount account = new DcdnAccount();
        account.ensure("hello", "1620876959997924701", List.of("presetCanaryZhejiang"));
        account.publish("hello", "1610000000000000001", List.of("staging", "production", "presetCanaryZhejiang"));
        return start(basedir, context, key, account, faults);
    }

    /** Starts an ESA with the key of settings.xml and one routine. Production runs its only revision. */
    public static Simulator startEsa(File basedir, Map<String, Object> context, Fault... faults) {
        EsaAccount account = new EsaAccount();
        account.publish("hello", "1710120201067203241", List.of("production"));
        return start(basedir, context, KEY, account, faults);
    }

    private static Simulator start(
            File basedir, Map<String, Object> context, AccessKey key, SimulatedAccount account, Fault... faults) {
        try {
            Simulator simulator = Simulator.start(key, account.service());
            simulator.script(faults);
            context.put("simulator", simulator);
            context.put("account", account);
            addProperties(
                    basedir,
                    Map.of("edge-routine.endpoint", simulator.endpoint().toString()));
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds properties to the build under test, like {@code -D}. */
    public static void addProperties(File basedir, Map<String, String> properties) {
        Path file = basedir.toPath().resolve("test.properties");
        Properties all = new Properties();
        try {
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file, UTF_8)) {
                    all.load(in);
                }
            }
            all.putAll(properties);
            try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
                all.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the usual settings with additions. {@code invoker.settingsFile} names the file for the invoker. */
    public static void writeSettings(File basedir, String name, String more) {
        try {
            String usual = Files.readString(Path.of("src/it/settings.xml"));
            Files.writeString(
                    basedir.toPath().resolve(name),
                    usual.replaceFirst("<settings>", "$0" + Matcher.quoteReplacement(more)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the service. The calls and the account can still be read. */
    public static Simulator stop(Map<String, Object> context) {
        Simulator simulator = (Simulator) context.get("simulator");
        simulator.close();
        return simulator;
    }

    /** Stops the service and returns its account after the build. */
    public static DcdnAccount account(Map<String, Object> context) {
        stop(context);
        return (DcdnAccount) context.get("account");
    }
}
