import io.github.edgeroutine.it.Stage

assert Stage.lower(context).calls() == []

def log = new File(basedir, 'build.log').text
assert log.contains('The build failed, so nothing was published at its end: not revision 1620876959997924701 of routine shop in production.')
return true
