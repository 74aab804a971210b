package io.github.edgeroutine.dcdn;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Publication;
import io.github.edgeroutine.routine.Receipt;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Edge Routines of one Alibaba Cloud account, over the DCDN API. */
public final class DcdnRoutines implements EdgeRoutines {

    private final SignedRpc rpc;
    private final ForeignText foreign;
    private final RoutineReader reader;

    public DcdnRoutines(Endpoint endpoint, Timeouts timeouts, Credentials credentials) {
        this.foreign = new ForeignText(credentials.secrets());
        this.rpc = new SignedRpc(endpoint, timeouts, credentials, foreign);
        this.reader = new RoutineReader(foreign);
    }

    @Override
    public RoutineState describe(RoutineName routine) throws CallFailedException {
        return reader.state(rpc.call("DescribeRoutine", Map.of("Name", routine.text())));
    }

    @Override
    public List<String> names() throws CallFailedException {
        return reader.names(rpc.call("DescribeRoutineUserInfo", Map.of()));
    }

    /**
     * {@code PublishRoutineCodeRevision}. Its page types {@code Envs} as an object, yet its example is an array of names,
     * which is also what every known user of the operation sends.
     */
    @Override
    public Receipt publish(Publication publication) throws CallFailedException {
        String environments = new Gson()
                .toJson(publication.environments().stream()
                        .map(Environment::name)
                        .toList());
        JsonObject answer = rpc.call(
                "PublishRoutineCodeRevision",
                Map.of(
                        "Name", publication.routine().text(),
                        "SelectCodeRevision", publication.revision().digits(),
                        "Envs", environments));
        Optional<String> revision = Optional.ofNullable(answer.get("Content"))
                .filter(content -> content.isJsonObject())
                .flatMap(content -> AnswerReader.text(content.getAsJsonObject(), "CodeRevision"));
        return new Receipt(
                foreign.quote(AnswerReader.text(answer, "RequestId").orElseThrow()), revision.map(foreign::quote));
    }
}
