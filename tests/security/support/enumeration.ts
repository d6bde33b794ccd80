import { randomBytes } from 'node:crypto';
import { reachedIdsSql } from '../../support/areas.js';
import type { TestAgency } from '../../support/agency.js';
import type { TestCaller } from '../../support/callers.js';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** Ids of the agency's children, apart by whether the caller may see them, and as many that are nobody's. */
export interface Ids {
  readonly own: readonly string[];
  readonly hidden: readonly string[];
  readonly unknown: readonly string[];
}

export async function idsAround(agency: TestAgency, caller: TestCaller): Promise<Ids> {
  const reached = reachedIdsSql(caller);
  const children = (condition: string) =>
    agency
      .rows<{ id: string }>(
        `select distinct canonical_id as id from student_scope where canonical_id ${condition} (${reached}) order by 1`,
      )
      .then((rows) => rows.map(({ id }) => id));
  const [own, hidden] = [await children('in'), await children('not in')];
  return { own, hidden, unknown: hidden.map(() => idOfNobody()) };
}

export function idOfNobody(): string {
  return [...randomBytes(26)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/** The same in an order that says nothing about which is which. */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: randomBytes(6).readUIntBE(0, 6) }))
    .toSorted((left, right) => left.place - right.place)
    .map(({ item }) => item);
}
