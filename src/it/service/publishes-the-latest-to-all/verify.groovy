import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.account(context).live('hello') == [
    staging: '1610000000000000001',
    production: '1620876959997924701',
    presetCanaryZhejiang: '1620876959997924701']
