import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The port is taken, or the host is not this machine's: said in words, since an operator has to change a setting. */
export class ListenError extends Error {}

/**
 * Starts listening.
 * @param port 0 picks a free one.
 * @returns the address that clients use.
 */
export async function listen(server: Server, host: string, port: number): Promise<URL> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason =
        cause.code === 'EADDRINUSE'
          ? 'is in use by another program'
          : `cannot be opened (${cause.code ?? 'unknown'})`;
      reject(new ListenError(`Port ${port} on ${host} ${reason}. Choose another one by its setting.`));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${address.port}/`);
}
