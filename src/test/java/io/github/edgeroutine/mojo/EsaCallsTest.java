// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import com.google.gson.JsonParser;
import io.github.edgeroutine.fixture.EsaExtension;
import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every call that a goal makes with {@code <service>esa</service>}, as a simulated service receives them. */
@MojoTest
class EsaCallsTest extends MojoFixture {

    private static final AccessKey KEY = new AccessKey("LTAI5tUnitTest0000001", "noSecretAtAll00000000000000000", null);
    private static final String OLD = "1710120201067203241";
    private static final String NEW = "1710120201067203242";

    @TempDir
    Path directory;

    private final List<String> warnings = new ArrayList<>();

    @RegisterExtension
    private final EsaExtension extension = new EsaExtension(KEY);

    @BeforeEach
    void prepareAccountAndSession() {
        extension.account().publish("hello", OLD, List.of("production"));
        extension.account().ensure("hello", NEW, List.of());
        when(session.getPluginContext(any(), any())).thenReturn(new ConcurrentHashMap<>());
        when(session.getResult()).thenReturn(new DefaultMavenExecutionResult());
        when(session.getLocalRepository().getBasedir()).thenReturn(directory.toString());
        Server server = new Server();
        server.setId("aliyun");
        server.setUsername(KEY.id());
        server.setPassword(KEY.secret());
        settings.addServer(server);
        commandLine("environments", "production");
    }

    @Test
    @InjectMojo(goal = "publish")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeRevision", value = NEW)
    void aPublishReadsWritesAndReadsAgain(PublishMojo mojo) throws Exception {
        in(mojo).execute();

        assertEquals(
                List.of(
                        "ListRoutineCodeVersions",
                        "GetRoutine",
                        "CreateRoutineCodeDeployment",
                        "ListRoutineCodeVersions",
                        "GetRoutine"),
                calls());
    }

    @Test
    @InjectMojo(goal = "publish")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeRevision", value = NEW)
    void theReportNamesTheLiveDeployment(PublishMojo mojo) throws Exception {
        in(mojo).execute();

        assertEquals(deployment(), reported());
        assertEquals(List.of(), warnings);
    }

    @Test
    @InjectMojo(goal = "publish")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeRevision", value = NEW)
    void aDeploymentOfTheSameRevisionByAnotherBuildIsReported(PublishMojo mojo) throws Exception {
        List<String> ours = new ArrayList<>();
        Fault anotherBuild = Fault.NONE.after(() -> {
            ours.add(deployment());
            extension.account().publish("hello", NEW, List.of("production"));
        });
        extension.simulator().script("GetRoutine", Fault.NONE, anotherBuild);

        in(mojo).execute();

        assertEquals(deployment(), reported());
        assertEquals(1, warnings.size());
        assertTrue(
                warnings.get(0)
                        .startsWith("Environment production of routine hello runs " + NEW
                                + ", as expected, but from deployment " + deployment()
                                + ". This publish made deployment " + ours.get(0) + "."),
                warnings.get(0));
    }

    @Test
    @InjectMojo(goal = "publish")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeRevision", value = OLD)
    void aPublishOfTheLiveRevisionOnlyReads(PublishMojo mojo) throws Exception {
        in(mojo).execute();

        assertEquals(List.of("ListRoutineCodeVersions", "GetRoutine"), calls());
    }

    @Test
    @InjectMojo(goal = "status")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "name", value = "hello")
    void everyCallNamesTheRegionOfChinaUnlessAnotherIsGiven(StatusMojo mojo) throws Exception {
        in(mojo).execute();

        assertEquals(Set.of("cn-hangzhou"), regions());
    }

    @Test
    @InjectMojo(goal = "status")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "region", value = " ap-southeast-1 ")
    @MojoParameter(name = "name", value = "hello")
    void everyCallNamesTheGivenRegion(StatusMojo mojo) throws Exception {
        in(mojo).execute();

        assertEquals(Set.of("ap-southeast-1"), regions());
    }

    @Test
    @InjectMojo(goal = "status")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "name", value = "hello")
    void onlyAGoalThatNeedsThePlanReadsIt(StatusMojo mojo) throws Exception {
        in(mojo).execute();

        assertEquals(List.of("ListRoutineCodeVersions", "ListEdgeRoutinePlans", "GetRoutine"), calls());
    }

    @Test
    @InjectMojo(goal = "download")
    @MojoParameter(name = "service", value = "esa")
    @MojoParameter(name = "name", value = "hello")
    @MojoParameter(name = "codeRevision", value = OLD)
    void aReadOfCodeDoesNotReadThePlan(DownloadMojo mojo) throws Exception {
        set(DownloadMojo.class, mojo, "toFile", directory.resolve("index.js").toFile());

        in(mojo).execute();

        assertEquals(List.of("ListRoutineCodeVersions", "GetRoutine", "GetRoutineCodeVersion"), calls());
    }

    private Set<String> regions() {
        return extension.simulator().calls().stream()
                .map(call -> call.query().get("RegionId"))
                .collect(toSet());
    }

    private String deployment() {
        return extension.account().deployment("hello", "production").orElseThrow();
    }

    private String reported() throws IOException {
        Path report = directory.resolve("target/edge-routine/publish.json");
        return JsonParser.parseString(Files.readString(report))
                .getAsJsonObject()
                .getAsJsonArray("environments")
                .get(0)
                .getAsJsonObject()
                .get("deployment")
                .getAsString();
    }

    private List<String> calls() {
        return extension.simulator().calls().stream().map(ReceivedCall::action).toList();
    }

    private <M extends EdgeRoutineMojo<?>> M in(M mojo) throws ReflectiveOperationException {
        MavenProject project = new MavenProject();
        project.setGroupId("g");
        project.setArtifactId("a");
        project.setVersion("1");
        project.setFile(directory.resolve("pom.xml").toFile());
        project.getBuild().setDirectory(directory.resolve("target").toString());
        when(session.getProjects()).thenReturn(List.of(project));
        in(project, mojo);
        set(ServiceMojo.class, mojo, "endpoint", extension.endpoint());
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void warn(CharSequence line) {
                warnings.add(line.toString());
            }
        });
        return mojo;
    }
}
