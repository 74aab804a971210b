import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
def revision = new File(basedir, 'target/edge-routine/code-revision').text.trim()
assert simulator.calls()*.form()*.Envs.findAll() == ['["production","presetCanaryZhejiang"]']
assert context.account.live('hello').values() as Set == [revision] as Set

def run = new Properties()
new File(basedir, 'invoker.properties').withReader { run.load(it) }
def pipeline = new File(basedir, '.gitlab-ci.yml').readLines().findAll { it.contains('mvn -B ') }*.replaceFirst('.*mvn -B ', '')
assert pipeline == [run['invoker.goals.1'], run['invoker.goals.2']]
return true
