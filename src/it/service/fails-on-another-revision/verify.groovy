import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.stop(context)
assert new File(basedir, 'build.log').text.contains(
    'the service confirmed another revision, 1620876959997924700 (request id 4711). Now production runs 1610000000000000001, ')
