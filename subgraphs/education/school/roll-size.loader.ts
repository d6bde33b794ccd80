import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { ON_THE_ROLL } from '../../../policies/current-status.js';

/** Pupils on the roll of each class or school, whoever asks; one statement for all of a request. */
export function createRollSizeLoader(
  { overAllRows, createLoader }: Pick<LoaderContext, 'overAllRows' | 'createLoader'>,
  place: 'class_code' | 'school_code',
): DataLoader<string, number> {
  const column = sql.ref(place);
  return createLoader(async (codes) => {
    const { rows } = await overAllRows((db) =>
      sql<{ code: string; size: number }>`
      select ${column} as code, count(*)::int as size from student_status
      where ${column} = any(${codes}::text[]) and status = any(${ON_THE_ROLL}::text[])
      group by ${column}`.execute(db),
    );
    const sizes = new Map(rows.map(({ code, size }) => [code, size]));
    return codes.map((code) => sizes.get(code) ?? 0);
  });
}
