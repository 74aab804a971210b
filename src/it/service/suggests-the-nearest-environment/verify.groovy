import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls()*.action() == ['DescribeRoutine']
assert new File(basedir, 'build.log').text.contains(
    'Routine hello has no environment Preset_Canary_Zhejiang, see <environments> (-Dedge-routine.environments). '
        + 'Did you mean presetCanaryZhejiang? There are: presetCanaryZhejiang, ')
