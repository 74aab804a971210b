import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert simulator.calls()*.action() as Set == ['DescribeRoutine', 'DescribeRoutineCodeRevision'] as Set
assert context.account.revisions('hello').size() == 2

def log = new File(basedir, 'build.log').text
def bytes = new File(basedir, 'src/main/edge-routine/index.js').length()
assert log =~ /\[INFO\] Routine hello, a new revision: would be uploaded as '[^']+', ${bytes} bytes, room for 7 more\. Dry run: nothing was written\./
assert log.contains('[INFO] Routine hello, revision new:')
assert log =~ /\[INFO\]   production            1610000000000000001  new     publish/
assert log.contains('[INFO] Dry run: nothing was written.')
assert log.split('names no revision, because the upload of this build was a dry run').length >= 3
