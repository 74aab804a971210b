import groovy.json.JsonSlurper
import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert context.account.live('hello').production == '1610000000000000001'
assert simulator.calls()*.form()*.Envs.findAll() == ['["production","presetCanaryZhejiang"]', '["production"]']
assert new File(basedir, 'build.log').text.contains(
    'Restored revision 1610000000000000001 of routine hello in production. Now production runs 1610000000000000001, '
        + 'presetCanaryZhejiang runs 1610000000000000001. ')
def report = new JsonSlurper().parse(new File(basedir, 'target/edge-routine/publish.json'))
assert report.environments*.outcome == ['restored', 'not-published']
