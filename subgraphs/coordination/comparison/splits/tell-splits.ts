import { sql, type Kysely } from 'kysely';
import type { StudentIdentifier } from '../../../_kit/identity/student-id.js';
import type { SplitGround } from '../../../_kit/student/student-split.entity.js';
import { MOST_SPLITS, SPLITS_PATH } from '../../../_kit/student/splits.handler.js';
import { inService, type RunTools } from '../run/run-tools.js';

const TIMEOUT_MS = 60_000;

interface StoredSplit {
  readonly sourceKey: string;
  readonly numberId: string;
  readonly grounds: readonly SplitGround[];
}

/** What a run keeps apart on one number, for the agency whose rows they are to hear of. */
export async function storeSplits(
  db: Kysely<unknown>,
  runId: string,
  identifier: Pick<StudentIdentifier, 'provisional'>,
): Promise<void> {
  const { rows } = await sql<StoredSplit & { agency: string }>`
    select distinct on (1, 2) element ->> 'agency' as agency, element ->> 'sourceKey' as "sourceKey",
      element ->> 'numberId' as "numberId", element -> 'grounds' as grounds
    from comparison_result found, jsonb_array_elements(found.splits) element
    where found.run_id = ${runId}`.execute(db);
  const found = rows.map((split) => ({
    ...split,
    provisionalId: identifier.provisional(split.agency, split.sourceKey),
  }));
  await sql`
    insert into found_split (agency, source_key, provisional_id, number_id, grounds, found_by_run)
    select given.agency, given."sourceKey", given."provisionalId", given."numberId",
      array(select jsonb_array_elements_text(given.grounds)), ${runId}
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
      given (agency text, "sourceKey" text, "provisionalId" text, "numberId" text, grounds jsonb)
    on conflict do nothing`.execute(db);
}

/** Tells an agency which of its rows stand under an id of their own from here on. */
export async function tellSplits(agency: string, tools: RunTools): Promise<void> {
  const url = tools.agencies.get(agency);
  if (!url) throw new RangeError(`There is no agency ${agency}.`);
  for (;;) {
    const splits = await nextUntold(agency, tools);
    if (splits.length === 0) return;
    await tools.postToAgency({ url, agency, path: SPLITS_PATH, body: { splits }, timeoutMs: TIMEOUT_MS });
    await inService(tools, (db) =>
      sql`
        update found_split set told_at = ${tools.now().toISOString()}::timestamptz
        where agency = ${agency} and source_key = any (${splits.map(({ sourceKey }) => sourceKey)}::text[])`.execute(
        db,
      ),
    );
  }
}

async function nextUntold(agency: string, tools: RunTools) {
  return inService(tools, async (db) => {
    const { rows } = await sql<StoredSplit & { provisionalId: string }>`
      select source_key as "sourceKey", provisional_id as "provisionalId", number_id as "numberId", grounds
      from found_split where agency = ${agency} and told_at is null order by source_key limit ${MOST_SPLITS}`.execute(
      db,
    );
    return rows;
  });
}
