// The description that this service gives of itself; nothing is fetched from elsewhere.
SwaggerUIBundle({
  url: '/api/openapi',
  dom_id: '#description',
  deepLinking: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  validatorUrl: null,
});
