import type { RequiredEntityData } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { parseIsoDate } from '../../../../policies/iso-date.js';
import { createSchoolCalendar } from '../../../../policies/school-calendar.js';
import type { Caller } from '../../../_kit/access/caller.js';
import { runOnce } from '../../../_kit/command/run-once.js';
import type { LoaderContext } from '../../../_kit/request-context.js';
import { mutationError } from '../../../_kit/schema/mutation-error.js';
import { DIGITS_OF_LEVEL } from '../../../_kit/schema/division-prefix.js';
import { asService } from '../../../_kit/student/as-service.js';
import { selectRows } from '../../../_kit/select-rows.js';
import { advanceRegister, changeOf } from '../../../_kit/changes/advance-register.js';
import { settleCases } from '../../casework/settle-cases.js';
import { carries } from '../../casework/who-carries.js';
import { DiscrepancyEntity, type StoredDiscrepancy } from '../discrepancies/discrepancy.entity.js';
import { compareAgain } from '../run/compare-again.js';
import { countyOf } from '../run/request-run.js';
import { endTasks, openSecondCheck } from '../tasks/hand-over.js';
import { faultsOfDecision } from './decision-faults.js';
import { DispositionRecordEntity, type DispositionRecord } from './disposition-record.entity.js';
import { RecordDispositionErrorEnum, type RecordDispositionErrorCode } from './disposition-record.enums.js';
import type { RecordDispositionInput, RecordDispositionPayload } from './disposition-record.type.js';
import { dispositionView } from './disposition-record.view.js';
import { DISPOSITIONS } from './dispositions.js';
import { endsCase, hasConfirmedCase, openCaseOf, takeUpCase } from './dropout-case-of-disposition.js';
import { fullDivisionCode, isResidenceIn } from './residence-code.js';
import { isWhereabouts } from './matter.js';
import { settleDiscrepancies } from './settle-discrepancies.js';
import { evidenceOf } from './visit-evidence.js';
import { validUntilOf } from './valid-until.js';

/** What is kept of the command: ids and codes, no record of a child. */
interface Outcome {
  readonly recordId: string | null;
  readonly errors: RecordDispositionPayload['errors'];
}

/**
 * Records how a difference between the registers ends, by the word of the agency that the rules name for it. What
 * follows is derived: until when it holds, what becomes of the difference and of the others on the same matter, whether a
 * case is opened, joined or ended, and who has nothing to do any more. The school-age register follows with the next run.
 */
export async function recordDisposition(
  context: LoaderContext,
  input: RecordDispositionInput,
): Promise<RecordDispositionPayload> {
  const { recordId, errors } = await runOnce(context, { name: 'recordDisposition', input }, () =>
    decide(context, input),
  );
  if (recordId === null) return { disposition: null, discrepancy: null, errors };
  const [record, discrepancy] = await Promise.all([
    selectRows(context.em, DispositionRecordEntity).where('id', '=', recordId).executeTakeFirst(),
    selectRows(context.em, DiscrepancyEntity).where('key', '=', input.discrepancyKey).executeTakeFirst(),
  ]);
  return { disposition: record ? dispositionView(record) : null, discrepancy: discrepancy ?? null, errors };
}

async function decide(context: LoaderContext, input: RecordDispositionInput): Promise<Outcome> {
  const { db, caller } = context;
  const today = parseIsoDate(context.today);
  const found = await lockDiscrepancy(context, input.discrepancyKey);
  const child = found && (await context.students.load(found.studentId));
  if (!found || !child) return refuse(['NOT_FOUND', 'discrepancyKey']);
  if (found.state === 'GONE') return refuse(['GONE', 'discrepancyKey']);
  if (found.version !== input.expectedVersion) return refuse(['STALE_VERSION', 'expectedVersion']);
  const evidence = await evidenceOf(db, child, input);
  if (!evidence) return refuse(['VISIT_NOT_FOUND', 'taskIds']);
  const countyCode = await countyOf(db);
  const current = await currentOf(context, found);
  const faults = faultsOfDecision(
    { ...input, evidence },
    {
      kind: found.kind,
      current,
      hasConfirmedCase: isWhereabouts(found) && (await hasConfirmedCase(db, child)),
      verifier: verifierOf(caller),
      today,
    },
  ).map(({ code, field }) => [code, field] as const);
  const residence = input.residenceDivisionCode ?? null;
  if (residence !== null && !(await isResidenceIn(db, countyCode, residence)))
    faults.push(['RESIDENCE_INVALID', 'residenceDivisionCode']);
  if (faults.length > 0) return refuse(...faults);

  const { code } = input;
  const { matter } = found;
  const { opensCase } = DISPOSITIONS[code];
  const places = await placesOf(db, found, countyCode);
  if (opensCase && caller.agency === 'coordination' && !carries(caller, places))
    return refuse(['OTHER_TOWNSHIP', 'discrepancyKey']);
  const policy = context.policies.policyFor(countyCode, today);
  const isAgain = code === 'UNRESOLVED' && current?.code === 'UNRESOLVED';
  const checkNumber = isAgain ? current.checkNumber + 1 : 1;
  const asksForSecondCheck = code === 'UNRESOLVED' && !isAgain;
  const approvedUntil = input.approvedUntil ?? null;
  const caseNumber =
    opensCase && !asksForSecondCheck
      ? await takeUpCase(db, child, places, { code, today })
      : endsCase(code)
        ? await openCaseOf(db, child)
        : null;
  const recordId = await insertRecord(context, {
    studentId: child.id,
    matter,
    discrepancyKey: found.key,
    code,
    evidence,
    verifierAgency: caller.agency,
    verifierRole: caller.role,
    verifiedBy: caller.subject,
    decidedOn: today,
    approvedUntil,
    validUntil: validUntilOf({ code, decidedOn: today, approvedUntil }, createSchoolCalendar(policy)),
    residenceDivisionCode: residence === null ? null : fullDivisionCode(residence),
    checkNumber,
    caseNumber,
  });
  await settleDiscrepancies(db, { today, matter });
  if (caseNumber !== null) await asService(context, () => settleCases(db, child.memberIds, policy));
  // Who lives elsewhere is handed to the other township by the run, which moves the open task.
  if (code === 'RESIDENCE_MOVED') await compareAgain(context);
  else await endTasks(db, { matter, today });
  if (asksForSecondCheck)
    await openSecondCheck(db, { matter, studentId: child.id }, { countyCode, today, policy });
  await advanceRegister(context, 'CASEWORK', changeOf(child.id, today));
  return { recordId, errors: [] };
}

function refuse(...faults: readonly (readonly [RecordDispositionErrorCode, string])[]): Outcome {
  return {
    recordId: null,
    errors: faults.map(([code, field]) => mutationError(RecordDispositionErrorEnum, code, field)),
  };
}

/**
 * Whoever decides on the same matter meanwhile waits, and then finds another version. All that a decision changes is
 * held in one order, differences before tasks and tasks before cases, as by whoever completes a task.
 */
async function lockDiscrepancy(
  { em, db }: LoaderContext,
  key: string,
): Promise<StoredDiscrepancy | undefined> {
  const asked = sql`(select matter from discrepancy where key = ${key})`;
  await sql`select 1 from discrepancy where matter = ${asked} order by key for update`.execute(db);
  await sql`select 1 from discrepancy_task where matter = ${asked} and ended_on is null order by id for update`.execute(
    db,
  );
  return selectRows(em, DiscrepancyEntity).where('key', '=', key).executeTakeFirst();
}

/** What was decided before; a decision that answers the platform alone was none on any other difference. */
async function currentOf(
  { em }: LoaderContext,
  { matter, kind }: StoredDiscrepancy,
): Promise<DispositionRecord | null> {
  const record = await selectRows(em, DispositionRecordEntity)
    .where(sql<boolean>`matter = ${matter} and ended_on is null`)
    .$if(kind !== 'SUSPECTED_BY_PLATFORM', (records) => records.where(sql<boolean>`narrowed_on is null`))
    .executeTakeFirst();
  return record ?? null;
}

function verifierOf({ subject, agency, jurisdiction }: Caller) {
  const isOfCounty = jurisdiction.some(
    ({ kind, code }) => kind === 'DIVISION' && code.length <= DIGITS_OF_LEVEL.COUNTY,
  );
  return { subject, agency, isOfCounty };
}

/** The case belongs to the township where the child lives; its school is the last one that the register knows. */
async function placesOf(
  db: LoaderContext['db'],
  { townshipCode, studentId }: StoredDiscrepancy,
  countyCode: string,
) {
  const { rows } = await sql<{ schoolCode: string | null }>`
    select school_code as "schoolCode" from school_age_entry where student_id = ${studentId}`.execute(db);
  return {
    townshipCode: fullDivisionCode(townshipCode ?? countyCode),
    schoolCode: rows[0]?.schoolCode ?? null,
  };
}

type NewRecord = Omit<RequiredEntityData<DispositionRecord>, 'id' | 'endedOn' | 'endReason' | 'supersededBy'>;

/** Stores a decision; the one that held until then is superseded. */
async function insertRecord({ em, db, today }: LoaderContext, record: NewRecord): Promise<string> {
  const id = String(await em.insert(DispositionRecordEntity, record));
  await sql`update disposition_record set ended_on = ${today}::date, end_reason = 'SUPERSEDED', superseded_by = ${id}::bigint
    where matter = ${record.matter} and ended_on is null and id <> ${id}::bigint`.execute(db);
  return id;
}
