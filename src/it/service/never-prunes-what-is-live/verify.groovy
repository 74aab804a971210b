import io.github.edgeroutine.it.ServiceFixture

def account = ServiceFixture.account(context)
assert account.revisions('hello').size() == 3
assert account.revisions('hello').contains('1610000000000000001')
assert new File(basedir, 'build.log').text.contains('[INFO] Routine hello has 10 revisions. Of these, 7 can be deleted.')
