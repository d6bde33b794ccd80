import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { LoaderContext } from '../../../_kit/request-context.js';
import { selectRows } from '../../../_kit/select-rows.js';
import { ScreeningVisitEntity, type ScreeningVisit } from '../../casework/screening-visit.entity.js';

/** Visits by their id; null where the child is out of reach. */
export function createVisitLoader({
  em,
  createLoader,
}: Pick<LoaderContext, 'em' | 'createLoader'>): DataLoader<string, ScreeningVisit | null> {
  return createLoader(async (ids) => {
    const rows = await selectRows(em, ScreeningVisitEntity)
      .where(sql<boolean>`id = any(${ids}::bigint[])`)
      .execute();
    const byId = new Map(rows.map((row) => [String(row.id), row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}
