// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.EdgeService;
import io.github.edgeroutine.mojo.context.OptionNames;
import io.github.edgeroutine.report.HtmlReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * Adds a page about the last publish to the site of the project. The page shows what ran before and after in each
 * environment, every call, and the failure, if there was one. Add the plugin to the <code>reporting</code> section of the
 * POM. Run <code>mvn site</code> in the same directory after a publish. If you run the goal by hand, it writes only the
 * page <code>target/site/edge-routine.html</code>, in each module that has a report. It makes no call and needs no
 * credentials.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends AbstractMojo implements MavenReport {

    /**
     * The report that <code>publish</code> wrote. If it does not exist, there is no page.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "edge-routine.reportFile",
            defaultValue = "${project.build.directory}/edge-routine/publish.json")
    private File reportFile;

    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project.basedir}", readonly = true)
    private File directory;

    @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true)
    private File outputDirectory;

    @Override
    public boolean canGenerateReport() {
        boolean there = Files.exists(reportFile());
        if (!there) {
            getLog().info("Nothing was published here yet: there is no " + reportFile() + ".");
        }
        return there;
    }

    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        try {
            write();
        } catch (IOException e) {
            throw new MavenReportException(failure(e));
        }
    }

    /** Runs when the goal is called by hand. A site calls {@link #generate}. */
    @Override
    public void execute() throws MojoFailureException {
        if (!canGenerateReport()) {
            return;
        }
        try {
            getLog().info("Wrote the page " + write() + ".");
        } catch (IOException e) {
            throw new MojoFailureException(failure(e));
        }
    }

    private Path write() throws IOException {
        Path page = outputDirectory.toPath().resolve(getOutputName() + ".html");
        HtmlReport.write(reportFile(), page);
        return page;
    }

    /** The command line beats the POM. */
    private Path reportFile() {
        String given = session.getUserProperties().getProperty("edge-routine.reportFile");
        return given == null ? reportFile.toPath() : directory.toPath().resolve(given.strip());
    }

    private static String failure(IOException e) {
        return new OptionNames(EdgeService.DCDN.traits().console()).written(e);
    }

    /** The replacement of this deprecated method is missing in older site plugins. It calls this one. */
    @Override
    @SuppressWarnings("deprecation")
    public String getOutputName() {
        return "edge-routine";
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return "Edge Routine";
    }

    @Override
    public String getDescription(Locale locale) {
        return "What the last publish changed in each environment.";
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        outputDirectory = directory;
    }

    @Override
    public File getReportOutputDirectory() {
        return outputDirectory;
    }

    @Override
    public boolean isExternalReport() {
        return true;
    }
}
