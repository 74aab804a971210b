import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.stop(context)
assert new File(basedir, 'build.log').text.contains(
    'The service accepted revision 1620876959997924701 of routine hello in production, presetCanaryZhejiang, but the routine did '
        + 'not show it everywhere within 1 s. Now production runs 1610000000000000001, presetCanaryZhejiang runs '
        + '1610000000000000001. ')
