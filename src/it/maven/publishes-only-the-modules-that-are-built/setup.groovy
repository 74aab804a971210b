import io.github.edgeroutine.it.Stage

Stage.raise(basedir, context)
def account = context.account
['hello', 'shop'].each { account.ensure(it, '1620876959997924701', ['production']) }
return true
