import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls()*.action() == ['DescribeRoutine']
assert new File(basedir, 'build.log').text.contains(
    'Canary regions would keep different code than production: presetCanaryZhejiang (1610000000000000001). Add '
        + "these regions or 'all' to <environments> (-Dedge-routine.environments), or set <leftBehind> (-Dedge-routine.leftBehind) to warn "
        + 'or ignore. Nothing was changed.')
