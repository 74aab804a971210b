import io.github.edgeroutine.it.Stage

Stage.lower(context)
assert new File(basedir, 'build.log').text.contains(
    'the service confirmed another revision, 1620876959997924700 (request id 4711). Now production runs 1610000000000000001, ')
