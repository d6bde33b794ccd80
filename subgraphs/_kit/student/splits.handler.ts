import type { MikroORM } from '@mikro-orm/postgresql';
import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { advanceAsService, holdRegisters } from '../changes/advance-register.js';
import type { SubgraphDefinition } from '../define-subgraph.js';
import { parseServiceBody } from '../http/parse-service-body.js';
import type { ServiceHandler } from '../http/service-endpoints.js';
import { STUDENT_ID_PATTERN } from '../identity/student-id.js';
import { kyselyOf } from '../kysely-of.js';
import { SPLIT_GROUNDS } from './student-split.entity.js';

export const SPLITS_PATH = '/kit/splits';

const studentId = z.string().regex(STUDENT_ID_PATTERN);
const split = z.strictObject({
  sourceKey: z.string().min(1).max(200),
  provisionalId: studentId,
  numberId: studentId,
  grounds: z.array(z.enum(SPLIT_GROUNDS)).min(1),
});
type Split = z.infer<typeof split>;

/** Rows of one number that go to an id of their own. */
type Moved = Pick<Split, 'provisionalId' | 'numberId'>;

/** In one call. */
export const MOST_SPLITS = 500;
const bodySchema = z.strictObject({ splits: z.array(split).min(1).max(MOST_SPLITS) });

/**
 * `POST /kit/splits`: rows of this agency that bear another person's number (重号). All that the agency says under the
 * number stands under the id of its own from here on, so that no answer shows two persons as one child. What was told
 * before is passed over.
 */
export function createSplitsHandler(
  { entities, roster = [], lists = [] }: Pick<SubgraphDefinition, 'entities' | 'roster' | 'lists'>,
  orm: MikroORM,
): ServiceHandler {
  const metadata = entities.map((entity) => orm.getMetadata().get(entity));
  const tables = metadata
    .filter(({ properties }) => 'studentId' in properties)
    .map(({ tableName }) => tableName);
  const holders = [...roster, ...lists.map(({ entity, register }) => ({ entity, registers: [register] }))];
  const registersOf = (table: string) =>
    new Set(
      holders.filter(({ entity }) => entity.meta.tableName === table).flatMap(({ registers }) => registers),
    );

  return async ({ body, session, now }) => {
    const { splits } = parseServiceBody(bodySchema, body);
    const db = kyselyOf(session.em);
    const told = await storeNew(db, splits);
    const changed = new Map<string, Moved[]>();
    for (const table of told.length === 0 ? [] : tables) {
      const moved = await moveRows(db, table, told);
      for (const register of moved.length === 0 ? [] : registersOf(table))
        changed.set(register, [...(changed.get(register) ?? []), ...moved]);
    }
    if (told.length > 0) await moveProvenance(db, told);
    await holdRegisters(db, [...changed.keys()]);
    for (const [register, moved] of changed)
      await advanceAsService({ db, now }, register, {
        asOf: null,
        before: moved.map(({ numberId }) => ({ studentId: numberId })),
        after: moved.map(({ provisionalId }) => ({ studentId: provisionalId })),
      });
    return { answer: { splits: splits.length }, isRecorded: true };
  };
}

/** @returns those that nobody had told before */
async function storeNew(db: Kysely<unknown>, splits: readonly Split[]): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    insert into student_split (source_key, student_id, number_id, grounds)
    select given."sourceKey", given."provisionalId", given."numberId",
      array(select jsonb_array_elements_text(given.grounds))
    from jsonb_to_recordset(${JSON.stringify(splits)}::jsonb)
      given ("sourceKey" text, "provisionalId" text, "numberId" text, grounds jsonb)
    on conflict do nothing returning student_id as "provisionalId", number_id as "numberId"`.execute(db);
  return rows;
}

const asTable = (told: readonly Moved[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(told)}::jsonb) told ("provisionalId" text, "numberId" text)`;

async function moveRows(db: Kysely<unknown>, table: string, told: readonly Moved[]): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    update ${sql.table(table)} moved set student_id = told."provisionalId" from ${asTable(told)}
    where moved.student_id = told."numberId"
    returning told."provisionalId", told."numberId"`.execute(db);
  return rows;
}

/** Where imported rows stand, and where they and recorded ones say that their child belongs. */
async function moveProvenance(db: Kysely<unknown>, told: readonly Moved[]): Promise<void> {
  await moveRows(db, 'imported_row', told);
  await sql`
    update student_scope moved set student_id = told."provisionalId", canonical_id = told."provisionalId"
    from ${asTable(told)} where moved.student_id = told."numberId" 
      and moved.origin in ('LOCAL', 'RECORDED')`.execute(db);
}
