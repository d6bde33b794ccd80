import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** @returns SHA-256, hexadecimal */
export async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
