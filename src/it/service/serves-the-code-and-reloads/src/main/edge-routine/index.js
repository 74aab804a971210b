export default {
  fetch(request) {
    console.log('asked');
    return new Response(`first ${new URL(request.url).pathname}`);
  },
};
