import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls().isEmpty()
def log = new File(basedir, 'build.log').text
for (line in [
    '-Dedge-routine.dryrun is unknown: no goal of this plugin has such a property. Did you mean edge-routine.dryRun?',
    '<allowSnapshots> in <configuration> is unknown: no goal of this plugin has such a parameter. Did you mean <allowSnapshot>?',
    'The property edge-routine.dry-run of the POM or settings.xml is unknown: no goal of this plugin has such a property. Did you'
        + ' mean edge-routine.dryRun?',
    '<probes> contains <staus> in <probe>, which is unknown: it may contain url, status, contains, timeout, local. Did you mean <status>?',
    '<probes> contains a <timeout> that is \'1500ms\', but the unit \'ms\' is not supported: give seconds or minutes, such as 30,'
        + ' 30s or 5m',
    '<timeout> (-Dedge-routine.timeout) is \'soon\', but must be a time in seconds, such as 30, 30s or 5m',
    '[WARNING] -DdryRun is not a property of this plugin and has no effect. Did you mean -Dedge-routine.dryRun?',
    '<name> (-Dedge-routine.name) is missing']) {
    assert log.contains(line)
}
