import groovy.json.JsonSlurper
import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
def created = simulator.calls().findAll { it.action() == 'CreateRoutine' }*.form()
assert created*.Name == ['shop', 'blog', 'blog']
assert created*.Description == ['The shop', null, null]
assert new JsonSlurper().parseText(created[0].EnvConf) ==
    [production: [SpecName: '5ms', AllowedHosts: ['www.example.com']]]
assert created.drop(1)*.EnvConf == [null, null]

def account = context.account
assert account.spec('shop', 'production').get() == '5ms'
assert account.hosts('shop', 'production') == ['www.example.com']
assert account.revisions('shop') == []
assert account.live('hello').production == '1610000000000000001'

def code = new File(basedir, 'src/main/edge-routine/index.js').bytes
def revision = account.revisions('blog').first()
assert account.live('blog').production == revision
assert account.code('blog', revision) == code

def version = new File(basedir, 'target/edge-routine/code-revision').text.trim()
assert context.esa.live('blog') == [production: [(version): 100]]
assert context.esa.code('blog', version) == code

// The log of the second run, which found the routine.
assert new JsonSlurper().parse(new File(basedir, 'target/created.json')) ==
    [schemaVersion: 1, routine: 'shop', dryRun: false, created: false]
def log = new File(basedir, 'build.log').text
assert log.count('[INFO] Routine shop: created and verified.') == 1
assert log.count('[INFO] Routine shop exists already. It was not changed.') == 1
assert log.count('[INFO] Routine blog: created and verified.') == 2
assert log.contains("[INFO]   production  ${revision}  published")
assert log.contains("[INFO]   production  ${version}  published")
