const page = __PAGE__;

addEventListener('fetch', event => {
  event.respondWith(new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }));
});
