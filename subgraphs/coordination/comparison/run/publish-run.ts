import type { EntityManager, EntitySchema } from '@mikro-orm/postgresql';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { parseIsoDate } from '../../../../policies/iso-date.js';
import type { PolicyLibrary } from '../../../../policies/resolve-policy.js';
import { analyzeWritten } from '../../../_kit/analyze-written.js';
import { advanceAsService } from '../../../_kit/changes/advance-register.js';
import { describeRegister, type RegisterDescription } from '../../../_kit/register/register-row.js';
import { AidMatchEntity } from '../../aid-matching/aid-match.entity.js';
import { ObservedAttendanceEntity } from '../../casework/case-records.entities.js';
import { settleCases } from '../../casework/settle-cases.js';
import { RiskAssessmentEntity } from '../../risk/risk-assessment.entity.js';
import { RiskFactorEntity } from '../../risk/risk-factor.entity.js';
import { SchoolAgeEntryEntity } from '../../register/school-age-entry.entity.js';
import { StudentLinkEntity } from '../../register/student-link.entity.js';
import { COORDINATION_REGISTERS } from '../../registers.js';
import { takeInAhead } from '../following/ahead-scopes.js';
import type { ComparisonRun } from './comparison-run.entity.js';
import { carryDiscrepancies } from './carry-discrepancies.js';
import { publishFormerIds } from './publish-former-ids.js';
import { deleteRenewed, storeFingerprints } from './published-children.js';
import { nextVersion, replaceScopes } from './replace-scopes.js';
import { insertFromJson } from './stored-columns.js';

type Db = Kysely<unknown>;
type PublishedRun = Pick<ComparisonRun, 'runId' | 'countyCode' | 'today' | 'policyVersion'>;

const COORDINATION = 'coordination';
/** What the ranges have left. */
const WORK = ['comparison_result', 'comparison_confirmed'];
const PUBLISHED = [
  'published_child',
  'scope_change',
  'student_scope',
  'student_link',
  'school_age_entry',
  'risk_assessment',
  'risk_factor',
  'aid_match',
  'observed_attendance',
];
const CARRIED = ['discrepancy', 'discrepancy_task', 'dropout_case'];

/**
 * Makes the run's results the school-age register: entries, links, scopes, risk and discrepancies, all in the
 * transaction of `db`, so that no reader ever sees two runs side by side.
 */
export async function publishRun(
  db: Db,
  em: EntityManager,
  { runId, countyCode, today, policyVersion }: PublishedRun,
  { policies, now }: { readonly policies: PolicyLibrary; readonly now: Date },
): Promise<void> {
  const each = (part: string) =>
    sql`(select element from comparison_result found, jsonb_array_elements(found.${sql.ref(part)}) element
      where found.run_id = ${runId}) part`;
  const one = (part: string) =>
    sql`(select found.${sql.ref(part)} as element from comparison_result found
      where found.run_id = ${runId} and found.${sql.ref(part)} is not null) part`;
  const fromJson = (entity: EntitySchema, from: RawBuilder<unknown>) =>
    insertFromJson(entity, (schema) => em.getMetadata().get(schema), from);
  /** Lines of children of whom the run has found nothing new stand as they are. */
  const replace = async (entity: EntitySchema, from: RawBuilder<unknown>) => {
    await deleteRenewed(db, runId, em.getMetadata().get(entity).tableName, 'student_id');
    await fromJson(entity, from).execute(db);
  };

  await analyzeWritten(db, WORK);
  await sql`insert into register_run (run_id, kind, started_at, finished_at, policy_version, counts)
    select run_id, 'COMPARISON', requested_at, ${now.toISOString()}::timestamptz, ${policyVersion}, '{}'::jsonb
    from comparison_run where run_id = ${runId} on conflict do nothing`.execute(db);
  const version = await nextVersion(db);
  await storeFingerprints(db, runId);
  await replaceScopes(db, runId, version);
  // Nobody with a link is left as it stands.
  await sql`delete from student_link where decided_by in (select run_id from register_run)`.execute(db);
  // One that a person has made since is kept.
  await sql`${fromJson(StudentLinkEntity, each('links'))} on conflict do nothing`.execute(db);
  await publishFormerIds(db, { runId, today, version });
  await replace(SchoolAgeEntryEntity, one('entry'));
  await replace(RiskAssessmentEntity, one('risk'));
  await replace(RiskFactorEntity, each('risk_factors'));
  await replace(AidMatchEntity, each('aid_matches'));
  const day = parseIsoDate(today);
  const policy = policies.policyFor(countyCode, day);
  await sql`delete from observed_attendance where student_id in (
    select element ->> 'studentId' from ${one('attendance')})`.execute(db);
  await fromJson(ObservedAttendanceEntity, one('attendance')).execute(db);
  await analyzeWritten(db, PUBLISHED);
  const undecided = await carryDiscrepancies(db, { runId, today: day, countyCode, policy });
  await analyzeWritten(db, CARRIED);
  for (const register of COORDINATION_REGISTERS)
    if ('isDerived' in register)
      await renewRegister(
        db,
        register.code,
        describeRegister(COORDINATION, register, countyCode, policy),
        now,
      );
  const recased = await settleCases(db, null, policy);
  const rows = [...undecided, ...recased.map((studentId) => ({ studentId }))];
  if (rows.length > 0)
    await advanceAsService({ db, now }, 'CASEWORK', { asOf: null, before: rows, after: rows });
  await takeInAhead(db, runId);
}

/** Loaded from the first run on. */
async function renewRegister(
  db: Db,
  code: string,
  { source, covers, division, staleAfterDays }: RegisterDescription,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  await sql`
    insert into register (code, source, version, as_of, loaded_at, covers, division, stale_after_days)
    values (${code}, ${source}, 1, ${at}::timestamptz, ${at}::timestamptz, ${[...covers]}::text[], ${division},
      ${staleAfterDays})
    on conflict (code) do update set version = register.version + 1, as_of = excluded.as_of,
      loaded_at = excluded.loaded_at, covers = excluded.covers, stale_after_days = excluded.stale_after_days`.execute(
    db,
  );
}
