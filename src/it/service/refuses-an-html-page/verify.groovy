import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls()*.action() as Set == ['DescribeRoutine', 'DescribeRoutineCodeRevision'] as Set
def log = new File(basedir, 'build.log').text
assert log.contains('<codeFile> (-Dedge-routine.codeFile) is HTML or XML, not JavaScript: ')
assert log.contains('Nothing was uploaded.')
