import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls().isEmpty()
def log = new File(basedir, 'build.log').text
for (line in [
    '<dryRun> (-Dedge-routine.dryRun) is \'yes\', but must be true or false',
    '<skip> (-Dedge-routine.skip) is \'yes\', but must be true or false',
    '<simulate> (-Dedge-routine.simulate) is empty, but must be true or false',
    '<dryRun> (-Dedge-routine.dryRun) is \'on\', but must be true or false',
    '<force> (-Dedge-routine.force) is empty, but must be true or false',
    '<restoreOnFailure> (-Dedge-routine.restoreOnFailure) is ${no.such.property}, which has no value',
    '<dryRun> (-Dedge-routine.dryRun) is \'1\', but must be true or false',
    '<allowSnapshot> (-Dedge-routine.allowSnapshot) is empty, but must be true or false']) {
    assert log.contains(line)
}
