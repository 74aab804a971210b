import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls()*.action() as Set == ['DescribeRoutine', 'DescribeRoutineCodeRevision'] as Set
def file = new File(basedir, 'src/main/edge-routine/index.js')
assert new File(basedir, 'build.log').text.contains(
    "<codeFile> (-Dedge-routine.codeFile) cannot be parsed: SyntaxError: Unexpected token ':' in ${file}:3:28:" +
    ' async function handle(event: FetchEvent): Promise<Response> {. Nothing was uploaded.')
