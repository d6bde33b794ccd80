import type { MikroORM } from '@mikro-orm/postgresql';
import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { advanceRegister } from '../changes/advance-register.js';
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

const bodySchema = z.strictObject({ splits: z.array(split).min(1).max(10_000) });

/**
 * `POST /kit/splits`: rows of this agency that bear another person's number (重号). All that the agency says under the
 * number stands under the id of its own from here on, so that no answer shows two persons as one child. What was told
 * before is passed over.
 */
export function createSplitsHandler(
  { entities, roster = [] }: Pick<SubgraphDefinition, 'entities' | 'roster'>,
  orm: MikroORM,
): ServiceHandler {
  const metadata = entities.map((entity) => orm.getMetadata().get(entity));
  const tables = metadata
    .filter(({ properties }) => 'studentId' in properties)
    .map(({ tableName }) => tableName);
  const registersOf = (table: string) =>
    roster.filter(({ entity }) => entity.meta.tableName === table).flatMap(({ registers }) => registers);

  return async ({ body, session, now }) => {
    const { splits } = parseServiceBody(bodySchema, body);
    const db = kyselyOf(session.em);
    const changed = new Map<string, Split[]>();
    for (const told of splits) {
      if (!(await isNew(db, told))) continue;
      for (const table of tables) {
        if (!(await move(db, table, told))) continue;
        for (const register of registersOf(table))
          changed.set(register, [...(changed.get(register) ?? []), told]);
      }
      await moveProvenance(db, told);
    }
    for (const [register, moved] of changed)
      await advanceRegister({ db, now }, register, {
        asOf: null,
        before: moved.map(({ numberId }) => ({ studentId: numberId })),
        after: moved.map(({ provisionalId }) => ({ studentId: provisionalId })),
      });
    return { answer: { splits: splits.length }, isRecorded: true };
  };
}

async function isNew(
  db: Kysely<unknown>,
  { sourceKey, provisionalId, numberId, grounds }: Split,
): Promise<boolean> {
  const { rows } = await sql`
    insert into student_split (source_key, student_id, number_id, grounds)
    values (${sourceKey}, ${provisionalId}, ${numberId}, ${grounds}::text[])
    on conflict do nothing returning source_key`.execute(db);
  return rows.length > 0;
}

async function move(
  db: Kysely<unknown>,
  table: string,
  { provisionalId, numberId }: Split,
): Promise<boolean> {
  const { rows } = await sql`
    update ${sql.table(table)} set student_id = ${provisionalId} where student_id = ${numberId}
    returning student_id`.execute(db);
  return rows.length > 0;
}

/** Where imported rows stand, and where they say that their child belongs. */
async function moveProvenance(db: Kysely<unknown>, { provisionalId, numberId }: Split): Promise<void> {
  await sql`update imported_row set student_id = ${provisionalId} where student_id = ${numberId}`.execute(db);
  await sql`
    update student_scope set student_id = ${provisionalId}, canonical_id = ${provisionalId}
    where student_id = ${numberId} and origin = 'LOCAL'`.execute(db);
}
