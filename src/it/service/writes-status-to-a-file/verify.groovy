import groovy.json.JsonSlurper
import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.stop(context)
def status = new JsonSlurper().parse(new File(basedir, 'out/status.json'))
assert status.environments.find { it.name == 'production' }.runs.revision == '1610000000000000001'
assert new File(basedir, 'out').list() as List == ['status.json']
assert new File(basedir, 'build.log').text.contains('[INFO] 2 of 10 revisions, 8 left:')
