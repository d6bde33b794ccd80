#!/usr/bin/env node
// Runs on any Node, so that an old one gets a sentence instead of a syntax error.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 15)) {
  process.stderr.write(
    `The hub needs Node 22.15 or newer; this is ${process.versions.node}. ` +
      'Run it with "npx hub" or "npm start" in the project folder: they use the Node that the project brings.\n',
  );
  process.exit(1);
}
try {
  await import('../dist/cli/hub.js');
} catch (error) {
  if (
    error?.code !== 'ERR_MODULE_NOT_FOUND' ||
    !String(error.url ?? error.message).includes('dist/cli/hub.js')
  )
    throw error;
  process.stderr.write('The hub has not been built yet. Run "npm run build" first.\n');
  process.exit(1);
}
