import io.github.edgeroutine.it.ServiceFixture

def account = ServiceFixture.account(context)
assert account.revisions('hello').size() == 3
assert account.revisions('hello').contains('1610000000000000001')
assert new File(basedir, 'build.log').text.contains('[INFO] Routine hello has 10 revisions, of which 7 can go.')
