import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.stop(context)
def log = new File(basedir, 'build.log').text
assert log.contains('Environment production of routine hello runs revision 1610000000000000001. Its code differs from index.js')
assert log.contains('[INFO] Environment staging of routine hello runs revision 1620876959997924701. Its code is the same as index.js')
