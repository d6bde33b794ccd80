import { randomUUID } from 'node:crypto';
import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { advanceRegister } from '../../_kit/changes/advance-register.js';
import { commandAboutPeople } from '../../_kit/command/command-about-people.js';
import { recordedFacts } from '../../_kit/command/recorded-facts.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { reachesDivision } from '../../_kit/student/jurisdiction.js';
import { keepWithinReach, placeOf } from '../../_kit/student/keep-within-reach.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import type { LabourInspection } from '../inspections/labour-inspection.entity.js';
import { assertLabourOfficer } from '../labour-officer.js';
import { CASES, payloadOf, refusal } from './case-change.js';
import type { OpenChildLabourCaseInput } from './case-commands.input.js';
import type { ChildLabourCasePayload } from './case-commands.type.js';
import { openingFault } from './case-opening-fault.js';
import { ChildLabourCaseEntity } from './child-labour-case.entity.js';
import { OPEN_CASE } from './open-case.js';

type Inspections = Pick<DataLoader<string, LabourInspection | null>, 'load'>;

/** Opens a case of a child whom an inspection found at work; of one child at one employer, one is open at a time. */
export async function openChildLabourCase(
  context: LoaderContext,
  inspections: Inspections,
  input: OpenChildLabourCaseInput,
): Promise<ChildLabourCasePayload> {
  const { em, caller, students, policies, today } = context;
  assertLabourOfficer(caller);
  const command = commandAboutPeople(context, 'labour', { name: 'openChildLabourCase', input });
  const outcome = await runOnce(context, command, async () => {
    const { foundOn, startedWorkOn, ageEvidence, sex, birthDate, inspectionCode } = input;
    const child = await students.load(input.studentId);
    if (!child) return refusal('CHILD_NOT_FOUND', 'studentId');
    const inspection = await inspections.load(inspectionCode);
    if (!inspection || !reachesDivision(caller, inspection.divisionCode))
      return refusal('INSPECTION_NOT_FOUND', 'inspectionCode');
    const { employerCode, inspectedOn, divisionCode } = inspection;
    const { childLabour } = policies.policyFor(divisionCode, parseIsoDate(foundOn));
    const fault = openingFault(input, { inspectedOn, minimumAge: childLabour.minimumAge.value, today });
    if (fault) return refusal(...fault);
    const place = placeOf(child);
    if (!place) return refusal('PLACE_UNKNOWN', 'studentId');
    const known = await holdCasesOf(context, child);
    if (known.some((row) => row.isOpen && row.employerCode === employerCode))
      return refusal('OPEN_ALREADY', 'studentId');
    const caseNumber = `HL${randomUUID()}`;
    const facts = {
      studentId: child.id,
      sourceKey: `recorded:${child.id}`,
      childName: input.childName.trim(),
      sex,
      birthDate,
      divisionCode: place.code,
      caseNumber,
      employerCode,
      inspectionCode,
      foundOn,
      startedWorkOn,
      ageEvidence,
    };
    const recorded = recordedFacts(context, ChildLabourCaseEntity, facts);
    await keepWithinReach(context, child, place);
    await em.insert(ChildLabourCaseEntity, { ...facts, version: 1, recorded });
    const after = [{ studentId: child.id }];
    await advanceRegister(context, CASES, { asOf: null, before: known.length > 0 ? after : [], after });
    return { caseNumber, errors: [] };
  });
  return payloadOf(context, outcome);
}

/** Nobody else opens a case of the child until the transaction ends: two at once would both find none. */
async function holdCasesOf({ db }: LoaderContext, { id, memberIds }: StudentIdentity) {
  await sql`select pg_advisory_xact_lock(hashtext('child_labour_case'), hashtext(${id}))`.execute(db);
  const { rows } = await sql<{ employerCode: string; isOpen: boolean }>`
    select employer_code as "employerCode", ${OPEN_CASE} as "isOpen" from child_labour_case
    where student_id = any (${[...memberIds]}::text[])`.execute(db);
  return rows;
}
