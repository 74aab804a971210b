import groovy.json.JsonSlurper
import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls()*.action() == ['DescribeRoutine']

def log = new File(basedir, 'build.log').text
assert log.contains('[INFO]   production            1610000000000000001  1620876959997924701  publish')
assert log.contains('[INFO] Dry run: nothing was written.')

def report = new JsonSlurper().parse(new File(basedir, 'target/edge-routine/publish.json'))
assert report.result == 'planned'
assert report.environments*.outcome == ['planned', 'planned']
