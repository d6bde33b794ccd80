import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { ColumnCipher } from '../identity/column-cipher.js';
import { FILE_FORMATS } from './table-file.js';
import { TEXT_ENCODINGS } from './text-encoding.js';

/** What a part is sealed for, so that no other part, import or column opens in its place. */
export const sealedFor = (importId: string, part: number) =>
  `import_rejected_part.sealed:${importId}:${part}`;

const keptPart = z.object({
  format: z.enum(FILE_FORMATS),
  encoding: z.enum(TEXT_ENCODINGS).nullable(),
  /** Of the file, and of the reason. */
  headings: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});
export type KeptPart = z.infer<typeof keptPart>;

export interface KeptRejects {
  readonly list: string;
  readonly parts: number;
  readonly rows: number;
  readonly keptUntil: Date;
}

/** @returns undefined when the import rejected nothing, or when its rows are deleted already */
export async function findKeptRejects(
  db: Kysely<unknown>,
  importId: string,
): Promise<KeptRejects | undefined> {
  const { rows } = await sql<KeptRejects>`
    select min(list) as list, count(*)::int as parts, sum(rows)::int as rows, min(kept_until) as "keptUntil"
    from import_rejected_part where import_id = ${importId} group by import_id`.execute(db);
  return rows[0];
}

/** Rejected rows in the order of the file, part by part. @throws when a part was changed or the key is another */
export async function* openKeptRejects(
  db: Kysely<unknown>,
  importId: string,
  cipher: ColumnCipher,
): AsyncGenerator<KeptPart> {
  for (let part = 0; ; part += 1) {
    const { rows } = await sql<{ sealed: string }>`
      select sealed from import_rejected_part where import_id = ${importId} and part = ${part}`.execute(db);
    const [stored] = rows;
    if (!stored) return;
    yield keptPart.parse(JSON.parse(cipher.open(stored.sealed, sealedFor(importId, part))));
  }
}
