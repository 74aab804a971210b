import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

// The build runs until it is stopped, so another thread acts as the user.
def log = new File(basedir, 'build.log')
def code = new File(basedir, 'src/main/edge-routine/index.js')
def waitFor = { condition ->
    def end = System.nanoTime() + 60e9
    while (!condition() && System.nanoTime() < end) {
        sleep(20)
    }
}
context.answers = []
context.user = Thread.startDaemon {
    def builds = []
    try {
        waitFor { log.exists() && log.text.contains('Stop it with Ctrl-C') }
        def mine = { ProcessHandle process -> process.info().arguments().orElse(new String[0]).any { it.endsWith(basedir.path) } }
        builds = ProcessHandle.current().descendants().filter(mine).toList()
        context.nodes = builds.collectMany { it.descendants().toList() }
        context.address = (log.text =~ /served at (\S+)/)[0][1]
        def ask = {
            def answer = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("${context.address}greet?key=value")).build(), HttpResponse.BodyHandlers.ofString())
            context.answers << "${answer.statusCode()} ${answer.body().trim()}"
        }
        ask()
        def first = code.text
        code.text = first.replace('return', 'retur')
        waitFor { log.text.contains('cannot be parsed') }
        ask()
        code.text = first.replace('first', 'third')
        waitFor { log.text.count('Loaded index.js') == 2 }
        ask()
        waitFor { log.text.count('GET /greet') == 3 }
    } finally {
        builds*.destroy()
    }
}
return true
