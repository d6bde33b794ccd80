// The health check of a container: status 0 when the part on this port says that it is ready. The image has no curl.
const [port] = process.argv.slice(2);
const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, {
  signal: AbortSignal.timeout(4000),
}).catch(() => undefined);
process.exitCode = answer?.ok ? 0 : 1;
