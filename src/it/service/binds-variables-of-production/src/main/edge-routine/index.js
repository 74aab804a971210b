export default {
  async fetch(request, env) {
    return new Response(`Hello from ${env.GREETING_HOST}\n`);
  },
};
