// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.AnswerReader;
import io.github.edgeroutine.cloud.Content;
import io.github.edgeroutine.cloud.Credentials;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.JsonText;
import io.github.edgeroutine.cloud.ObjectStore;
import io.github.edgeroutine.cloud.RateLimit;
import io.github.edgeroutine.cloud.SignedRpc;
import io.github.edgeroutine.cloud.UntrustedText;
import io.github.edgeroutine.http.Answer;
import io.github.edgeroutine.http.HttpProxy;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Confirmation;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Operation;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.ShownCode;
import java.util.List;
import java.util.Map;

/** The Edge Routines of one Alibaba Cloud account, over the DCDN API. */
public final class DcdnRoutines implements EdgeRoutines {

    private final SignedRpc rpc;
    private final UntrustedText foreign;
    private final RoutineReader reader;
    private final CodeReader code;
    private final ObjectStore store;

    public DcdnRoutines(Endpoint endpoint, HttpSettings network, RateLimit limit, Credentials credentials) {
        this.foreign = new UntrustedText(credentials.secrets())
                .hidingToo(
                        network.proxyTo(endpoint.uri()).map(HttpProxy::secrets).orElse(List.of()));
        this.rpc = new SignedRpc(endpoint, network, limit, credentials, foreign);
        this.reader = new RoutineReader(foreign);
        this.code = new CodeReader(new Content(foreign));
        this.store = new ObjectStore(endpoint, network, foreign);
    }

    private static final Answer EMPTY_ROUTINE =
            new Answer(200, "{\"RequestId\":\"0\",\"Content\":{\"EnvConf\":{\"staging\":{}},\"CodeRevs\":[]}}");

    /** Reads an answer that no service gave, so that the classes that it takes are loaded. */
    public static void readEmptyRoutine() {
        UntrustedText foreign = new UntrustedText(List.of());
        try {
            JsonObject answer = new AnswerReader(foreign).read("DescribeRoutine", EMPTY_ROUTINE);
            new RoutineReader(foreign).state(answer);
        } catch (CallFailedException e) {
            throw new IllegalStateException("an empty routine cannot be read", e);
        }
    }

    @Override
    public ServiceTraits traits() {
        return DcdnTraits.TRAITS;
    }

    @Override
    public Operation<RoutineState> describe(RoutineName routine) {
        return () -> reader.state(rpc.call("DescribeRoutine", Map.of("Name", routine.text())));
    }

    @Override
    public Operation<List<String>> names() {
        return () -> reader.names(rpc.call("DescribeRoutineUserInfo", Map.of()));
    }

    /**
     * {@code PublishRoutineCodeRevision}. Its page types {@code Envs} as an object, yet its example is an array of names,
     * which is also what every known user of the operation sends.
     */
    @Override
    public Operation<PublishAnswer> publish(PublishCall publication) {
        String environments = JsonText.GSON.toJson(
                publication.environments().stream().map(Environment::name).toList());
        Map<String, String> parameters = Map.of(
                "Name", publication.routine().text(),
                "SelectCodeRevision", publication.revision().digits(),
                "Envs", environments);
        return () -> {
            JsonObject answer = rpc.call("PublishRoutineCodeRevision", parameters);
            return new PublishAnswer(
                    foreign.quote(AnswerReader.text(answer, "RequestId").orElseThrow()),
                    CodeReader.revision(answer).map(foreign::quote));
        };
    }

    /** {@code UploadStagingRoutineCode}, then the form that it asks for. */
    @Override
    public Operation<Confirmation> stage(RoutineName routine, String description, byte[] bytes) {
        return () -> {
            store.post(form(routine, description), bytes);
            return Confirmation.BY_SERVICE;
        };
    }

    private JsonObject form(RoutineName routine, String description) throws CallFailedException {
        try {
            return code.ossPostConfig(rpc.call(
                    "UploadStagingRoutineCode", Map.of("Name", routine.text(), "CodeDescription", description)));
        } catch (CallFailedException e) {
            // A form changes nothing until it is filled in.
            throw e.effect() == Effect.UNKNOWN ? e.withEffect(Effect.NONE) : e;
        }
    }

    /** {@code CommitStagingRoutineCode}. */
    @Override
    public Operation<CodeRevision> commit(RoutineName routine, String description) {
        return () -> code.committed(
                rpc.call("CommitStagingRoutineCode", Map.of("Name", routine.text(), "CodeDescription", description)));
    }

    /** {@code DescribeRoutineCodeRevision}. */
    @Override
    public Operation<ShownCode> code(RoutineName routine, CodeRevision revision) {
        return () -> code.code(rpc.call("DescribeRoutineCodeRevision", named(routine, revision)));
    }

    /** {@code DeleteRoutineCodeRevision}. */
    @Override
    public Operation<Confirmation> delete(RoutineName routine, CodeRevision revision) {
        return () -> {
            rpc.call("DeleteRoutineCodeRevision", named(routine, revision));
            return Confirmation.BY_SERVICE;
        };
    }

    /** {@code EditRoutineConf}: only what is sent changes. */
    @Override
    public Operation<Confirmation> configure(RoutineName routine, Map<Environment, Setting> settings) {
        JsonObject configuration = new JsonObject();
        settings.forEach((environment, setting) -> configuration.add(environment.name(), json(setting)));
        Map<String, String> parameters = Map.of("Name", routine.text(), "EnvConf", configuration.toString());
        return () -> {
            new ConfigurationAnswer(foreign).demandNoErrors(rpc.call("EditRoutineConf", parameters));
            return Confirmation.BY_SERVICE;
        };
    }

    private static Map<String, String> named(RoutineName routine, CodeRevision revision) {
        return Map.of("Name", routine.text(), "SelectCodeRevision", revision.digits());
    }

    private static JsonObject json(Setting setting) {
        JsonObject json = new JsonObject();
        setting.specName().ifPresent(spec -> json.addProperty("SpecName", spec));
        setting.allowedHosts().ifPresent(hosts -> json.add("AllowedHosts", JsonText.GSON.toJsonTree(hosts)));
        return json;
    }
}
