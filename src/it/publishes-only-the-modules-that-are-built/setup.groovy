import io.github.edgeroutine.it.Stage

def account = Stage.raise(basedir, context).account()
['hello', 'shop'].each { account.ensure(it, '1620876959997924701', ['production']) }
return true
