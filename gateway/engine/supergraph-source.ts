import { readFileSync, statSync } from 'node:fs';
import { Kind, parse } from 'graphql';
import type { GatewayLog } from '../gateway-log.js';

/**
 * Reads a composed supergraph from a file, again whenever the file changes.
 *
 * A broken or missing file never takes down a running gateway: the last text that parsed as a supergraph is
 * returned again. Writers should still replace the file atomically (write beside it, then rename).
 *
 * @returns a function that yields the SDL; it throws only when no good version was ever read
 */
export function createSupergraphSource(path: string, log: GatewayLog): () => string {
  let lastGood: string | undefined;
  let lastSeen: string | undefined;
  return () => {
    try {
      const { mtimeMs, size, ino } = statSync(path);
      const seen = `${mtimeMs} ${size} ${ino}`;
      if (lastGood !== undefined && seen === lastSeen) return lastGood;
      lastSeen = seen;
      const text = readFileSync(path, 'utf8');
      assertSupergraph(text);
      lastGood = text;
    } catch (cause) {
      if (lastGood === undefined) throw new Error(`No usable supergraph in ${path}.`, { cause });
      log.error({ path }, 'The supergraph file is unusable; the last good one stays in force.');
    }
    return lastGood;
  };
}

/** @throws when the text does not parse, or is a plain schema without the join directives */
export function assertSupergraph(text: string): void {
  const names = parse(text, { noLocation: true }).definitions.map((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION ? definition.name.value : undefined,
  );
  if (!names.includes('join__Graph')) throw new Error('The schema is not a composed supergraph.');
}
