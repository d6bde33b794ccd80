import type { ResolvedPolicy } from '../../policies/resolve-policy.js';

/**
 * One line of a document's table: the number of the item that the document asks for, the key of the value, what it is,
 * and the clause. Of an object only the named parts are compared.
 */
export type Row = readonly [item: number, key: string, expected: unknown, clause: string];

interface Stated {
  readonly value: unknown;
  readonly provenance: readonly { readonly document: string; readonly clause: string }[];
}

function isStated(entry: unknown): entry is Stated {
  return typeof entry === 'object' && entry !== null && 'value' in entry && 'provenance' in entry;
}

/** The value in force under `<section>.<name>`. @throws when no policy states it. */
export function statedAt(policy: ResolvedPolicy, key: string): Stated {
  const [section = '', name = ''] = key.split('.');
  const entries = new Map<string, unknown>(Object.entries(policy));
  const found = new Map<string, unknown>(Object.entries(entries.get(section) ?? {})).get(name);
  if (!isStated(found)) throw new Error(`No policy in force states ${key}.`);
  return found;
}

/** Runs the table of a document: each value is as expected and decided by the document in that clause. */
export function testTable(policy: ResolvedPolicy, document: string, rows: readonly Row[]): void {
  test.each(rows)('item %i: %s', (_item, key, expected, clause) => {
    const { value, provenance } = statedAt(policy, key);
    if (typeof expected === 'object' && expected !== null && !Array.isArray(expected))
      expect(value).toMatchObject(expected);
    else expect(value).toEqual(expected);
    expect(provenance[0]).toMatchObject({ document, clause });
  });
}
