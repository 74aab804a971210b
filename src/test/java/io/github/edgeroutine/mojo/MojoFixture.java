// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.util.Date;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.artifact.repository.ArtifactRepository;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;

/** A session for the goals under test, without settings, properties and credentials. */
abstract class MojoFixture {

    static final String COMPLETE = "src/test/resources/complete/pom.xml";

    /** The error of every goal without a name. */
    static final String NO_NAME =
            "<name> (-Dedge-routine.name) is missing: give the name of the routine, see the DCDN console";

    @Inject
    MavenSession session;

    final Settings settings = new Settings();
    final Properties userProperties = new Properties();

    @BeforeEach
    @SuppressWarnings("deprecation")
    void settle() {
        when(session.getSettings()).thenReturn(settings);
        when(session.getUserProperties()).thenReturn(userProperties);
        when(session.getSystemProperties()).thenReturn(new Properties());
        when(session.getExecutionRootDirectory()).thenReturn("target");
        when(session.getRequest()).thenReturn(new DefaultMavenExecutionRequest());
        when(session.getStartTime()).thenReturn(new Date());
        ArtifactRepository repository = mock(ArtifactRepository.class);
        when(repository.getBasedir()).thenReturn("target/local-repository-of-unit-tests");
        when(session.getLocalRepository()).thenReturn(repository);
    }

    /** As {@code -D} on the command line. */
    final void commandLine(String property, String value) {
        userProperties.setProperty("edge-routine." + property, value);
    }

    static String failure(Mojo mojo) {
        MojoFailureException failure = assertThrows(MojoFailureException.class, mojo::execute);
        assertEquals(null, failure.getCause());
        return failure.getMessage();
    }

    /** The errors of the configuration. */
    static String faults(Mojo mojo) {
        String intro = "The configuration cannot be used: ";
        String message = failure(mojo);
        assertEquals(intro, message.substring(0, Math.min(intro.length(), message.length())), message);
        return message.substring(intro.length());
    }

    /** The project that the goal runs in. */
    static void in(MavenProject project, EdgeRoutineMojo<?> mojo) throws ReflectiveOperationException {
        in(project, execution(mojo), mojo);
    }

    static void in(MavenProject project, MojoExecution execution, EdgeRoutineMojo<?> mojo)
            throws ReflectiveOperationException {
        in(project, execution, EdgeRoutineMojo.class, mojo);
    }

    /** @param declares the class with the field for Maven's services */
    static void in(MavenProject project, MojoExecution execution, Class<?> declares, Mojo mojo)
            throws ReflectiveOperationException {
        MavenServices maven = maven(declares, mojo);
        set(
                declares,
                mojo,
                "maven",
                new MavenServices(maven.session(), project, execution, maven.decrypter(), maven.modules()));
    }

    static MojoExecution execution(EdgeRoutineMojo<?> mojo) throws ReflectiveOperationException {
        return maven(EdgeRoutineMojo.class, mojo).execution();
    }

    static MavenServices maven(Class<?> declares, Mojo mojo) throws ReflectiveOperationException {
        return (MavenServices) get(declares, mojo, "maven");
    }

    /** For values that the harness cannot set, or that a parser of a POM refuses. */
    static void set(Class<?> declares, Object of, String field, Object value) throws ReflectiveOperationException {
        Field member = declares.getDeclaredField(field);
        member.setAccessible(true);
        member.set(of, value);
    }

    /** @param elements the content of the parameter's element in the POM */
    static void give(Class<?> declares, Object of, String parameter, String elements) throws Exception {
        set(
                declares,
                of,
                parameter,
                new XmlPlexusConfiguration(Xpp3DomBuilder.build(
                        new StringReader("<" + parameter + ">" + elements + "</" + parameter + ">"))));
    }

    static Object get(Class<?> declares, Object of, String field) throws ReflectiveOperationException {
        Field member = declares.getDeclaredField(field);
        member.setAccessible(true);
        return member.get(of);
    }

    /** The request of a goal with a valid configuration. */
    static <W> W request(EdgeRoutineMojo<W> mojo) throws MojoFailureException {
        ParameterErrors faults = new ParameterErrors();
        W request = mojo.validate(faults).orElse(null);
        faults.throwIfAny();
        return request;
    }
}
