import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { selectRows } from '../_kit/select-rows.js';
import { ChildGuardianEntity, type ChildGuardian } from './child-guardian.entity.js';

/** Guardians of files, those who look after the child first; one statement for all files of a request. */
export function createChildGuardianLoader({
  em,
}: LoaderContext): DataLoader<string, readonly ChildGuardian[]> {
  return new DataLoader(async (fileKeys) => {
    const rows = await selectRows(em, ChildGuardianEntity)
      .where(sql<boolean>`file_key = any(${fileKeys}::text[])`)
      .orderBy('is_actual_guardian', 'desc')
      .orderBy('id')
      .execute();
    const byFile = Map.groupBy(rows, ({ fileKey }) => fileKey);
    return fileKeys.map((key) => byFile.get(key) ?? []);
  });
}
