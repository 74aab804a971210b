import io.github.edgeroutine.it.ServiceFixture
import io.github.edgeroutine.simulator.Fault

ServiceFixture.start(basedir, context).scriptForever('DescribeRoutine',
    Fault.error(403, 'Forbidden.RAM', 'User not authorized to operate on the specified resource.'))
return true
