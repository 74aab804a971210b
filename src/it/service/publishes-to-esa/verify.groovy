import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
def look = ['ListRoutineCodeVersions', 'GetRoutine']
// Only the upload reads how many versions the plan keeps.
assert simulator.calls()*.action() == ['ListRoutineCodeVersions', 'ListEdgeRoutinePlans', 'GetRoutine', 'GetRoutineCodeVersion',
    'GetRoutineStagingCodeUploadInfo', 'PostObject', 'CommitRoutineStagingCode', 'GetRoutineCodeVersionInfo',
    'GetRoutineCodeVersion'] + look + ['CreateRoutineCodeDeployment'] + look +
    ['CreateRoutineCodeDeployment'] + look

def revision = new File(basedir, 'target/edge-routine/code-revision').text.trim()
assert revision ==~ /[0-9]{19}/
assert context.account.live('hello') == [production: [(revision): 100], staging: [(revision): 100]]
assert context.account.code('hello', revision) == new File(basedir, 'src/main/edge-routine/index.js').bytes
def deployments = simulator.calls().findAll { it.action() == 'CreateRoutineCodeDeployment' }
assert deployments*.form()*.Env == ['staging', 'production']

def log = new File(basedir, 'build.log').text
assert log =~ /\[INFO\] Code: index\.js \(\d+ bytes\)/
assert log =~ /\[INFO\] Routine hello, revision ${revision}: uploaded as 'com\.example:hello:1\.0[^']*'/
assert log =~ /\[INFO\]   staging      - +${revision}  publish\n/
assert log.contains("[INFO]   production   1710120201067203241  ${revision}  publish\n")
assert log =~ /\[INFO\]   staging +${revision}  published/
assert log.contains("[INFO]   production  ${revision}  published")
assert !log.contains('[WARNING]')
