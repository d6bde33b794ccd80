import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { LoaderContext } from '../request-context.js';
import type { DivisionLevelEnum, DivisionType } from './division.type.js';
import type { EnumValue } from './label.js';

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
    return codes.map((code) => known.get(code) ?? { code, name: null, level: levelOf(code) });
  });
}

/** Level of a code that is not on the list, by the digits it fills; a listed code says its level itself. */
function levelOf(code: string): EnumValue<typeof DivisionLevelEnum> {
  if (code.endsWith('0000000000')) return 'PROVINCE';
  if (code.endsWith('00000000')) return 'PREFECTURE';
  if (code.endsWith('000000')) return 'COUNTY';
  return code.endsWith('000') ? 'TOWNSHIP' : 'VILLAGE';
}
