import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.account(context).live('hello').production == '1620876959997924701'
