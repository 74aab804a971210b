import io.github.edgeroutine.it.Stage

Stage.lower(context)
assert new File(basedir, 'build.log').text.contains(
    'the service confirmed another revision, 1620876959997924700 (request id 4711). What is live now is not known: ')
