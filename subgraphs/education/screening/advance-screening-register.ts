import { CompiledQuery, sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { recordChanges } from '../../_kit/changes/record-changes.js';
import { describeRegister } from '../../_kit/register/register-row.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { asService } from '../../_kit/student/as-service.js';
import { EDUCATION_REGISTERS } from '../registers.js';
import type { ScreenedMember } from './screened-member.entity.js';

const AGENCY = 'education';
const COUNTY_DIGITS = 6;

type Member = Pick<ScreenedMember, 'studentId'>;

export interface RecordedVisit {
  /** YYYY-MM-DD. */
  readonly visitedOn: string;
  /** 12 digits. */
  readonly village: string;
  readonly before: readonly Member[];
  readonly after: readonly Member[];
}

/** The register is as of the latest visit; the first one loads it, since its silence says nothing anyway. */
export async function advanceScreeningRegister(
  context: LoaderContext,
  { visitedOn, village, before, after }: RecordedVisit,
): Promise<void> {
  const { db, now, policies, today } = context;
  const definition = EDUCATION_REGISTERS.find(({ code }) => code === 'FIELD_SCREENING');
  if (!definition) throw new Error('Education has no register of field screening.');
  const idsOf = (members: readonly Member[]) => new Set(members.flatMap(({ studentId }) => studentId ?? []));
  const [had, has] = [idsOf(before), idsOf(after)];
  const county = village.slice(0, COUNTY_DIGITS);
  const about = describeRegister(AGENCY, definition, county, policies.policyFor(county, parseIsoDate(today)));
  const changes = [...new Set([...had, ...has])].map((id) => ({
    id,
    kind: !had.has(id) ? 'ADDED' : has.has(id) ? 'CHANGED' : 'REMOVED',
  }));
  await asService(context, async () => {
    const { rows } = await sql<{ version: number }>`
      insert into register (code, source, version, as_of, loaded_at, covers, division, stale_after_days)
      values (${definition.code}, ${about.source}, 1, ${visitedOn}::date, ${now.toISOString()}::timestamptz,
        ${[...about.covers]}::text[], ${about.division}, ${about.staleAfterDays})
      on conflict (code) do update set version = register.version + 1,
        as_of = greatest(register.as_of, excluded.as_of), loaded_at = excluded.loaded_at
      returning version`.execute(db);
    if (changes.length === 0) return;
    await recordChanges(
      { query: (text, values) => db.executeQuery(CompiledQuery.raw(text, values)) },
      { register: definition.code, version: rows[0]?.version ?? 0, now },
      // Ids are letters and digits alone.
      `select * from (values ${changes.map(({ id, kind }) => `('${id}', '${kind}')`).join(', ')}) told (student_id, kind)`,
    );
  });
}
