import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.account(context).live('hello').production == '1620876959997924701'

def log = new File(basedir, 'build.log').text
assert log.contains('[WARNING] Canary regions of routine hello keep different code than production: presetCanaryZhejiang (1610000000000000001). '
    + "Add these regions or 'all' to <environments> (-Dedge-routine.environments).")
assert log.contains('[INFO]   presetCanaryZhejiang  1610000000000000001  -                    left behind')
assert log.contains('[INFO]   presetCanaryZhejiang  1610000000000000001  left behind')
