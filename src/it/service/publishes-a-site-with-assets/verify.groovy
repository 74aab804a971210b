import io.github.edgeroutine.it.ServiceFixture
import java.util.zip.ZipInputStream

def simulator = ServiceFixture.stop(context)
def account = context.account
def revision = new File(basedir, 'target/edge-routine/code-revision').text.trim()
assert account.versions('hello') == ['1710120201067203241', revision]
assert account.live('hello') == [production: [(revision): 100], staging: [(revision): 100]]

def files = [:]
def zip = new ZipInputStream(new ByteArrayInputStream(account.code('hello', revision)))
for (def entry = zip.nextEntry; entry != null; entry = zip.nextEntry) {
    files[entry.name] = zip.readAllBytes()
}
assert files.keySet() as List == ['assets/404.html', 'assets/css/site.css', 'assets/index.html', 'routine/index.js']
assert files['assets/index.html'] == new File(basedir, 'dist/index.html').bytes
assert files['routine/index.js'] == new File(basedir, 'src/main/edge-routine/index.js').bytes

def actions = simulator.calls()*.action()
def made = actions.indexOf('CreateRoutineWithAssetsCodeVersion')
assert actions[made..made + 2] == ['CreateRoutineWithAssetsCodeVersion', 'PostObject', 'GetRoutineCodeVersionInfo']
assert actions.count('CreateRoutineWithAssetsCodeVersion') == 1
assert !actions.contains('CommitRoutineStagingCode')
assert simulator.calls()[made].form().ConfOptions == '{"NotFoundStrategy":"404Page"}'
def hash = (simulator.calls()[made].form().ExtraInfo =~ /"ContentHash":"(sha256:[0-9a-f]{64})"/)[0][1]

def log = new File(basedir, 'build.log').text
assert log =~ /\[INFO\] Assets: .*dist \(files: 3, bytes: \d+\)/
assert log =~ /\[INFO\] Routine hello, revision ${revision}: uploaded as 'com\.example:hello:1\.0[^']*'/
assert log.contains("[INFO] Static files cannot be read back. Revision ${revision} was created with the hash of this content, ${hash}.")
assert log.contains("[INFO] Routine hello, revision ${revision}: unchanged, nothing was uploaded")
assert log.contains("[INFO]   production  ${revision}  published")

def status = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/status.json'))
assert status.revisions.find { it.revision == revision }.contentHash == hash
