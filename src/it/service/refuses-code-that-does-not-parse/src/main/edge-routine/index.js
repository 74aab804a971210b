addEventListener('fetch', event => event.respondWith(handle(event)));

async function handle(event: FetchEvent): Promise<Response> {
  return new Response('Hello from the edge');
}
