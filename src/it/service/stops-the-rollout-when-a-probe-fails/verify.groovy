import io.github.edgeroutine.it.ServiceFixture

context.edge.stop(0)
assert ServiceFixture.account(context).live('hello') == [
    staging: '1610000000000000001',
    production: '1610000000000000001',
    presetCanaryZhejiang: '1610000000000000001']
assert new File(basedir, 'build.log').text =~
    /Published revision 1620876959997924701 of routine hello in presetCanaryZhejiang, but it does not work\. The probe \S+ failed for 2 s: the status is 500 instead of 200\. Restored revision 1610000000000000001 of routine hello in presetCanaryZhejiang\. Now presetCanaryZhejiang runs 1610000000000000001\./
