import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert simulator.calls()*.action() == [
    'DescribeRoutine', 'DescribeRoutineCodeRevision', 'UploadStagingRoutineCode', 'PostObject', 'CommitStagingRoutineCode',
    'DescribeRoutineCodeRevision', 'DescribeRoutine', 'PublishRoutineCodeRevision', 'DescribeRoutine']

def revision = new File(basedir, 'target/edge-routine/code-revision').text.trim()
assert revision ==~ /[0-9]{19}/
assert context.account.live('hello').production == revision
assert context.account.code('hello', revision) == new File(basedir, 'src/main/edge-routine/index.js').bytes

def log = new File(basedir, 'build.log').text
assert log =~ /\[INFO\] Code: index\.js \(\d+ bytes\)/
assert log =~ /\[INFO\] Routine hello, revision ${revision}: uploaded as 'com\.example:hello:1\.0[^']*'/
assert log.contains("[INFO]   production            ${revision}  published")
