import io.github.edgeroutine.it.Stage

Stage.raise(basedir, context)
Stage.tell(basedir, [
    'edge-routine.name': 'hello',
    'edge-routine.codeRevision': '1620876959997924701',
    'edge-routine.environments': 'production'])
return true
