import { randomBytes } from 'node:crypto';
import type { TestAgency } from './agency.js';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** Where a child belongs: codes of villages, or nothing. */
export interface Places {
  readonly registered?: string;
  readonly residence?: string;
}

/** A village of the tests' county, in a township that no generated child lives in. */
export const VILLAGE = '520625999001';
export const OTHER_VILLAGE = '520625999002';

/** Makes a child that the registers hold nothing of yet. @returns its id. */
export async function newChild(agency: TestAgency, places: Places = { residence: VILLAGE }): Promise<string> {
  const id = [...randomBytes(26)].map((byte) => ALPHABET.charAt(byte % 32)).join('');
  for (const [kind, code] of Object.entries({ REGISTERED: places.registered, RESIDENCE: places.residence })) {
    if (!code) continue;
    await agency.rows(
      "insert into student_scope (student_id, canonical_id, kind, code, origin) values (?, ?, ?, ?, 'TEST')",
      id,
      id,
      kind,
      code,
    );
  }
  return id;
}
