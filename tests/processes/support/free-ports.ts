import type { LoopbackServer } from '../../explorer/support/loopback-server.js';
import { listenOnLoopback } from '../../explorer/support/loopback-server.js';

/** Different loopback ports that nothing listens on; all are held until the last is found. */
export async function freePorts(count: number): Promise<number[]> {
  const held: LoopbackServer[] = [];
  for (let index = 0; index < count; index += 1) held.push(await listenOnLoopback());
  await Promise.all(held.map((server) => server.close()));
  return held.map(({ origin }) => Number(new URL(origin).port));
}
