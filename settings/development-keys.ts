import { createHmac, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const hasCode = (error: unknown, code: string) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

const secretsSchema = z.object({ root: z.base64().min(40) });

/** @returns the secret that all development keys of this data folder come from, or undefined when it has none yet. */
function readRoot(dataDir: string): string | undefined {
  let content: string;
  try {
    content = readFileSync(join(dataDir, 'secrets.json'), 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  return secretsSchema.parse(JSON.parse(content)).root;
}

/** Several processes may start at once in a new folder: `link` lets exactly one secret win, and all read that one. */
function createRoot(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  const draft = join(dataDir, `secrets.${randomBytes(6).toString('hex')}.draft`);
  writeFileSync(draft, `${JSON.stringify({ root: randomBytes(32).toString('base64') })}\n`, {
    mode: 0o600,
    flag: 'wx',
  });
  try {
    linkSync(draft, join(dataDir, 'secrets.json'));
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

export interface DevelopmentKeys {
  /** The development value of a key, the same at every start with this data folder; creates `secrets.json` once. */
  keyFor(name: string): string;
  /** Whether a value is this folder's development key of that name. Creates nothing. */
  isDevelopmentKey(name: string, value: string): boolean;
}

/**
 * Keys for machines without real children: derived by name from one random secret in the data folder (`secrets.json`,
 * readable by its owner alone), so that no key stands in the source and a restart still reads its own database.
 */
export function developmentKeys(dataDir: string): DevelopmentKeys {
  const derive = (root: string, name: string) => createHmac('sha256', root).update(name).digest('base64url');
  return {
    keyFor(name) {
      let root = readRoot(dataDir);
      if (root === undefined) {
        createRoot(dataDir);
        root = readRoot(dataDir);
      }
      if (root === undefined) throw new Error('The development secret vanished while it was being created.');
      return derive(root, name);
    },
    isDevelopmentKey(name, value) {
      const root = readRoot(dataDir);
      return root !== undefined && derive(root, name) === value;
    },
  };
}
