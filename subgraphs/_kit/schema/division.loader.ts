import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { LoaderContext } from '../request-context.js';
import type { DivisionType } from './division.type.js';

export function createDivisionLoader({
  db,
  createLoader,
}: Pick<LoaderContext, 'db' | 'createLoader'>): DataLoader<string, DivisionType> {
  return createLoader(async (codes) => {
    const { rows } =
      await sql<DivisionType>`select code, name, level from division where code = any(${codes}::text[])`.execute(
        db,
      );
    const known = new Map(rows.map((row) => [row.code, row]));
    return codes.map((code) => known.get(code) ?? { code, name: null, level: null });
  });
}
