import { createInterface } from 'node:readline';
import { acquireEmbeddedPostgres } from '../../postgres/embedded-server.js';

/**
 * A program that owns an embedded server, for tests that kill it: prints the server's details as one line of JSON, then
 * obeys the words `release` and `exit` on its standard input.
 */
const [dataDir = '', durable] = process.argv.slice(2);
const print = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`);

try {
  const server = await acquireEmbeddedPostgres({
    dataDir,
    durable: durable === 'durable',
    log: () => undefined,
  });
  const { adminUrl, folder, pid, started, relocated } = server;
  print({ adminUrl, folder, pid, started, relocated });
  createInterface({ input: process.stdin }).on('line', (word) => {
    if (word === 'exit') process.exit(0);
    if (word === 'release') void server.release().then(() => process.stdin.destroy());
  });
} catch (error) {
  print({ error: error instanceof Error ? error.message : 'unknown error' });
}
