addEventListener('fetch', event => event.respondWith(answer(event.request)));

async function answer(request) {
  switch (new URL(request.url).pathname) {
    case '/shop':
      return new Response('Hello from the edge');
    case '/origin':
      return fetch('http://origin.example.com/', { cdnProxy: true });
    default:
      return new Response('gone', { status: 404 });
  }
}
