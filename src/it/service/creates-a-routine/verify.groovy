import groovy.json.JsonSlurper
import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
def created = simulator.calls().findAll { it.action() == 'CreateRoutine' }*.form()
assert created*.Name == ['shop', 'blog']
assert created*.Description == ['The shop', null]
assert new JsonSlurper().parseText(created[0].EnvConf) ==
    [production: [SpecName: '5ms', AllowedHosts: ['www.example.com']]]
assert created[1].EnvConf == null

def account = context.account
assert account.spec('shop', 'production').get() == '5ms'
assert account.hosts('shop', 'production') == ['www.example.com']
assert account.revisions('shop') == []
def revision = new File(basedir, 'target/edge-routine/code-revision').text.trim()
assert account.live('blog').production == revision
assert account.code('blog', revision) == new File(basedir, 'src/main/edge-routine/index.js').bytes
assert account.live('hello').production == '1610000000000000001'

// Of the second run, which found it there.
assert new JsonSlurper().parse(new File(basedir, 'target/created.json')) ==
    [schemaVersion: 1, routine: 'shop', dryRun: false, created: false]
def log = new File(basedir, 'build.log').text
assert log.count('[INFO] Routine shop: created, and read back.') == 1
assert log.count('[INFO] Routine shop is there already, and nothing of it was changed.') == 1
assert log.contains('[INFO] Routine blog: created, and read back.')
assert log.contains("[INFO]   production  ${revision}  published")
