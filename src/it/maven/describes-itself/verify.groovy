def log = new File(basedir, 'build.log').readLines()*.stripTrailing()
def from = log.indexOf('edge-routine:check')
def to = log.findIndexOf(from) { it.startsWith('[INFO]') }
assert log.subList(from, to).join('\n').strip() == new File(basedir, 'help.txt').text.strip()
