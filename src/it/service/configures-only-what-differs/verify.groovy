import groovy.json.JsonSlurper
import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
def written = simulator.calls()*.form()*.EnvConf.findAll()
assert written.size() == 1
assert new JsonSlurper().parseText(written[0]) == [
    production: [AllowedHosts: ['www.example.com']], presetCanaryBeijing: [SpecName: '100ms']]

def log = new File(basedir, 'build.log').text
assert log =~ /\[INFO\]   production           50ms *50ms www\.example\.com  configure/
assert log =~ /\[INFO\]   staging              50ms  50ms  *up to date/
assert log.contains('[INFO] Configured and verified.')
assert log.count('[INFO] Up to date: there was nothing to configure.') == 1
