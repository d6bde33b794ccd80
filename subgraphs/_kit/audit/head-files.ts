import { appendFile, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SignedHead } from './audit-head.js';

const NAME = /^([0-9a-f-]{36})\.heads\.jsonl$/;
const DAY_MS = 86_400_000;
/** So long all heads are kept; before that, as with the other agency (`audit-rights.ts`), the last of each day. */
export const ALL_HEADS_DAYS = 7;

/** Heads of chains in files of a folder, one file for each writer, one head a line. */
export interface HeadFiles {
  append(head: SignedHead): Promise<void>;
  /** Leaves of each earlier day the last head alone: it vouches for all that its chain had before it. */
  thin(now: Date): Promise<void>;
}

export function createHeadFiles(folder: string): HeadFiles {
  /** Writers of this process; another process's file is left alone as long as it may still be added to. */
  const own = new Set<string>();
  let isTorn = false;

  async function append(head: SignedHead): Promise<void> {
    await mkdir(folder, { recursive: true });
    own.add(head.writer);
    const line = `${JSON.stringify(head)}\n`;
    // What a full disk left of the last one must not spoil this one.
    const text = isTorn ? `\n${line}` : line;
    isTorn = true;
    await appendFile(join(folder, headFileName(head.writer)), text);
    isTorn = false;
  }

  async function thin(now: Date): Promise<void> {
    const oldest = new Date(now.getTime() - ALL_HEADS_DAYS * DAY_MS);
    for (const writer of await writersWithFiles(folder)) {
      const path = join(folder, headFileName(writer));
      const isOutdated = Date.now() - (await stat(path)).mtimeMs > ALL_HEADS_DAYS * DAY_MS;
      if (own.has(writer) || isOutdated) await thinFile(path, oldest);
    }
  }

  return { append, thin };
}

async function thinFile(path: string, oldest: Date): Promise<void> {
  const lines = linesOf(await readFile(path, 'utf8'));
  const days = lines.map(({ head }) => head.at.slice(0, 10));
  const kept = lines.filter(
    ({ head }, index) => head.at >= oldest.toISOString() || days[index] !== days[index + 1],
  );
  if (kept.length === lines.length) return;
  await writeFile(`${path}.new`, kept.map(({ line }) => `${line}\n`).join(''));
  await rename(`${path}.new`, path);
}

export const headFileName = (writer: string) => `${writer}.heads.jsonl`;

/** @returns the writers that have a file; none when there is no folder */
export async function writersWithFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => NAME.exec(name)?.[1] ?? []);
}

export async function readHeadFile(folder: string, writer: string): Promise<SignedHead[]> {
  return linesOf(await readFile(join(folder, headFileName(writer)), 'utf8')).map(({ head }) => head);
}

function linesOf(text: string): { readonly line: string; readonly head: SignedHead }[] {
  return text.split('\n').flatMap((line) => {
    try {
      return [{ line, head: JSON.parse(line) as SignedHead }];
    } catch {
      // Empty, or half a line: of a process that was killed while it wrote, or of a disk that was full.
      return [];
    }
  });
}
