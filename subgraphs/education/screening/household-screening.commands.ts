import { sql } from 'kysely';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { selectRows } from '../../_kit/select-rows.js';
import { commandAboutPeople } from '../../_kit/command/command-about-people.js';
import { advanceScreeningRegister } from './advance-screening-register.js';
import { earlierMembers } from './earlier-members.js';
import { faultsOfHousehold, type HouseholdFault } from './faults-of-household.js';
import { householdOf, memberOf, type NewHousehold } from './household-rows.js';
import { HouseholdScreeningEntity, type HouseholdScreening } from './household-screening.entity.js';
import { ScreenedMemberEntity, type ScreenedMember } from './screened-member.entity.js';
import { ScreeningAssignmentEntity, type ScreeningAssignment } from './screening-assignment.entity.js';
import { RecordHouseholdErrorEnum } from './screening-commands.enums.js';
import type { RecordHouseholdScreeningInput, ScreenedMemberInput } from './screening.input.js';
import type { RecordHouseholdScreeningPayload } from './screening-payloads.type.js';
import { versionOfHousehold } from './screening-version.js';

/**
 * Writes down a visit, or corrects one. A child whom no register knows stands from here on under the id of its number,
 * or a provisional one, and enters the next comparison.
 *
 * Nobody comes to reach a child by writing it down: where the child belongs, the comparison decides.
 */
export async function recordHouseholdScreening(
  context: LoaderContext,
  input: RecordHouseholdScreeningInput,
): Promise<RecordHouseholdScreeningPayload> {
  const command = commandAboutPeople(context, 'education', { name: 'recordHouseholdScreening', input });
  return runOnce(context, command, async () => {
    const { em, today, identifier } = context;
    const refuse = (...faults: readonly HouseholdFault[]) => ({
      householdId: null,
      version: null,
      errors: faults.map(({ code, field }) => mutationError(RecordHouseholdErrorEnum, code, field)),
    });
    const assignment = await selectRows(em, ScreeningAssignmentEntity)
      .where('code', '=', input.assignmentCode)
      .executeTakeFirst();
    if (!assignment) return refuse({ code: 'NOT_FOUND', field: 'assignmentCode' });
    const faults = faultsOfHousehold(input, { opensOn: await opensOnOf(context, assignment), today });
    const household = householdOf(context, assignment, input);
    await holdHousehold(context, household);
    const [stored, storedMembers] = await findStored(context, household);
    faults.push(...(await unknownRecords(context, input.members, storedMembers)));
    if (faults.length > 0) return refuse(...faults);

    if (stored && input.version == null) return refuse({ code: 'ALREADY_RECORDED', field: 'version' });
    if ((stored && versionOfHousehold(identifier, stored, storedMembers)) !== (input.version ?? undefined))
      return refuse({ code: 'CHANGED_MEANWHILE', field: 'version' });
    const { householdNumber } = input;
    const earlier = earlierMembers(input.members, storedMembers);
    const members = input.members.map((member, index) =>
      memberOf(context, assignment, household, {
        member,
        householdNumber,
        position: index + 1,
        earlier: earlier[index] ?? null,
      }),
    );
    if (stored)
      await em.nativeUpdate(HouseholdScreeningEntity, { sourceKey: household.sourceKey }, household);
    else await em.insert(HouseholdScreeningEntity, household);
    await em.nativeDelete(ScreenedMemberEntity, {
      assignmentCode: assignment.code,
      householdId: household.householdId,
    });
    if (members.length > 0) await em.insertMany(ScreenedMemberEntity, members);
    await advanceScreeningRegister(context, assignment.divisionCode, {
      asOf: household.visitedOn,
      before: storedMembers,
      after: members,
    });
    const [kept, keptMembers] = await findStored(context, household);
    if (!kept) throw new Error('The household was not stored.');
    return {
      householdId: kept.householdId,
      version: versionOfHousehold(identifier, kept, keptMembers),
      errors: [],
    };
  });
}

async function opensOnOf({ db }: LoaderContext, { campaignCode }: ScreeningAssignment): Promise<string> {
  const { rows } = await sql<{ opensOn: string }>`
    select opens_on::text as "opensOn" from screening_campaign where code = ${campaignCode}`.execute(db);
  return rows[0]?.opensOn ?? '';
}

/** Of two who write down one household for the first time at once, the second finds the record of the first. */
async function holdHousehold({ db }: LoaderContext, { sourceKey }: NewHousehold): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('household_screening'), hashtext(${sourceKey}))`.execute(
    db,
  );
}

/**
 * Schools and children that the return names and that are not there. A child who was written down in the household is
 * there, whoever reaches it.
 */
async function unknownRecords(
  { db, students }: LoaderContext,
  members: readonly ScreenedMemberInput[],
  storedMembers: readonly ScreenedMember[],
): Promise<HouseholdFault[]> {
  const codes = members.flatMap(({ schoolCode }) => schoolCode ?? []);
  const known = await sql<{
    code: string;
  }>`select code from school where code = any(${codes}::text[])`.execute(db);
  const schools = new Set(known.rows.map(({ code }) => code));
  const written = new Set(storedMembers.flatMap(({ studentId }) => studentId ?? []));
  const isThere = async (id: string | null | undefined) =>
    id == null || written.has(id) || (await students.load(id)) !== null;
  const children = await Promise.all(members.map(({ studentId }) => isThere(studentId)));
  return members.flatMap(({ schoolCode }, index): HouseholdFault[] => [
    ...(schoolCode == null || schools.has(schoolCode)
      ? []
      : [{ code: 'SCHOOL_UNKNOWN' as const, field: `members.${index}.schoolCode` }]),
    ...(children[index] ? [] : [{ code: 'CHILD_NOT_FOUND' as const, field: `members.${index}.studentId` }]),
  ]);
}

async function findStored(
  { em }: LoaderContext,
  { sourceKey, assignmentCode, householdId }: NewHousehold,
): Promise<[HouseholdScreening | undefined, ScreenedMember[]]> {
  const stored = await selectRows(em, HouseholdScreeningEntity)
    .where('source_key', '=', sourceKey)
    .forUpdate()
    .executeTakeFirst();
  const members = await selectRows(em, ScreenedMemberEntity)
    .where('assignment_code', '=', assignmentCode)
    .where('household_id', '=', householdId)
    .orderBy('position')
    .execute();
  return [stored, members];
}
