import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.stop(context)
def log = new File(basedir, 'build.log').readLines()
def commands = log.findAll { it.startsWith('::') }
assert commands.size() == 1
assert commands[0].startsWith('::error title=Edge Routine::Could not publish revision 1620876959997924701 of routine hello in production, presetCanaryZhejiang: Forbidden.RAM, ')
assert commands[0].contains('50%25 off')
assert commands[0].contains('Nothing was changed.')

def summary = new File(basedir, 'summary.md').text
assert summary.startsWith('### Edge Routine hello: failed\n')
assert summary.contains('| production | 1610000000000000001 | 1620876959997924701 | 1610000000000000001 | not published |')
return true
