import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.stop(context)
def log = new File(basedir, 'build.log').text
assert log =~ /\[INFO\]   production            1610000000000000001  50ms\s/
assert log.contains('[INFO] 2 of 10 revisions, 8 left:')
assert log =~ /\[INFO\]   1620876959997924701  20\S+Z  unused\s/
