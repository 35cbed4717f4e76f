// Shows the OpenAPI document that this server serves. No validator: nothing is sent to another host.
window.SwaggerUIBundle({
  url: '/openapi?format=json',
  dom_id: '#api',
  deepLinking: true,
  validatorUrl: null,
  persistAuthorization: false,
});
