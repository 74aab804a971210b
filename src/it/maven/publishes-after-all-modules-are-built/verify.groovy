import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert context.account.live('hello').values() as Set == ['1620876959997924701'] as Set
assert context.account.live('shop').production == '1620876959997924701'

def operations = simulator.calls()*.action()
assert operations.count('PublishRoutineCodeRevision') == 3
assert operations.take(3) as Set == ['DescribeRoutine'] as Set

def log = new File(basedir, 'build.log').readLines()
def at = { String words -> def line = log.findIndexOf { it.contains(words) }; assert line >= 0: words; line }
assert log.count { it.contains('Waits for the end of the build: revision 1620876959997924701 of routine') } == 3
assert at('Building last') < at('The publishes of this build:')
assert at('The publishes of this build:') < at('BUILD SUCCESS')
assert log.any { it ==~ /.*  shop     production            1610000000000000001  1620876959997924701  publish/ }
assert log.any { it ==~ /.*  hello    presetCanaryZhejiang  1610000000000000001  1620876959997924701  publish/ }
assert at('Routine shop of module shop:') < at('BUILD SUCCESS')
assert new File(basedir, 'hello/target/edge-routine/publish.json').text.contains('"result": "published"')
return true
