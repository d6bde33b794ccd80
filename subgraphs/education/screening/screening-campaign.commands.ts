import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { academicYearOf } from '../../../policies/school-calendar.js';
import { recordedFacts } from '../../_kit/command/recorded-facts.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { divisionPrefix } from '../../_kit/schema/division-prefix.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { selectRows } from '../../_kit/select-rows.js';
import { reachesDivision } from '../../_kit/student/jurisdiction.js';
import { CatchmentEntity } from '../school/catchment.entity.js';
import { commandAboutPeople } from '../../_kit/command/command-about-people.js';
import { campaignCode, plannedAssignments } from './planned-assignments.js';
import { ScreeningAssignmentEntity, type ScreeningAssignment } from './screening-assignment.entity.js';
import {
  AssignScreeningErrorEnum,
  OpenScreeningCampaignErrorEnum,
  type AssignScreeningErrorCode,
  type OpenScreeningCampaignErrorCode,
} from './screening-commands.enums.js';
import type { AssignScreeningInput, OpenScreeningCampaignInput } from './screening.input.js';
import type { AssignScreeningPayload, OpenScreeningCampaignPayload } from './screening-payloads.type.js';
import type { ScreeningAssignmentType } from './screening.type.js';
import { versionOfAssignment } from './screening-version.js';

/** Assigns every village of the area, by the divisions and catchment areas as they are. */
export function openScreeningCampaign(
  context: LoaderContext,
  input: OpenScreeningCampaignInput,
): Promise<OpenScreeningCampaignPayload> {
  return runOnce(context, { name: 'openScreeningCampaign', input }, async () => {
    const { em, db, caller, today } = context;
    const refuse = (code: OpenScreeningCampaignErrorCode, field: string) => ({
      campaign: null,
      assignmentCount: 0,
      errors: [mutationError(OpenScreeningCampaignErrorEnum, code, field)],
    });
    const { kind, opensOn, dueOn } = input;
    if (dueOn < opensOn || dueOn < today) return refuse('DATES_INVALID', 'dueOn');
    const prefix = await prefixOf(context, input.divisionCode);
    if (!reachesDivision(caller, prefix)) return refuse('AREA_NOT_FOUND', 'divisionCode');
    const divisionCode = prefix.padEnd(FULL_CODE_DIGITS, '0');
    const academicYear = academicYearOf(parseIsoDate(opensOn));
    const planned = { kind, academicYear, divisionCode, opensOn, dueOn };
    const code = campaignCode(planned);
    const villages = await sql<{ code: string }>`
      select code from division
      where level = 'VILLAGE' and starts_with(code, ${prefix})`.execute(db);
    if (villages.rows.length === 0) return refuse('AREA_NOT_FOUND', 'divisionCode');
    const taken = await sql`
      insert into screening_campaign (code, kind, academic_year, division_code, opens_on, due_on, recorded_by)
      values (${code}, ${kind}, ${academicYear}, ${divisionCode}, ${opensOn}::date, ${dueOn}::date,
        ${caller.subject})
      on conflict do nothing returning code`.execute(db);
    if (taken.rows.length === 0) return refuse('ALREADY_OPEN', 'kind');
    const catchments = await selectRows(em, CatchmentEntity)
      .where(sql<boolean>`starts_with(division_code, ${prefix})`)
      .execute();
    const assignments = plannedAssignments(
      planned,
      villages.rows.map((village) => village.code),
      catchments,
    );
    await em.insertMany(
      ScreeningAssignmentEntity,
      assignments.map((assignment) => ({
        ...assignment,
        recorded: recordedFacts(context, ScreeningAssignmentEntity, assignment),
      })),
    );
    return { campaign: { code, ...planned }, assignmentCount: assignments.length, errors: [] };
  });
}

const FULL_CODE_DIGITS = 12;

async function prefixOf({ db }: LoaderContext, divisionCode: string): Promise<string> {
  const { rows } = await sql<{ prefix: string }>`select ${divisionPrefix(divisionCode)} as prefix`.execute(
    db,
  );
  return rows[0]?.prefix ?? divisionCode;
}

const LONGEST_NAME = 50;
const MOST_HOUSEHOLDS = 100_000;

/** Who answers for a village by name, and how many households its own list has. */
export async function assignScreening(
  context: LoaderContext,
  input: AssignScreeningInput,
): Promise<AssignScreeningPayload> {
  const command = commandAboutPeople(context, 'education', { name: 'assignScreening', input });
  const assigneeName = input.assigneeName?.trim() ?? null;
  const { assignment, errors } = await runOnce(context, command, async () => {
    const { em, db, identifier } = context;
    const refuse = (code: AssignScreeningErrorCode, field: string) => ({
      assignment: null,
      errors: [mutationError(AssignScreeningErrorEnum, code, field)],
    });
    const householdCount = input.householdCount ?? null;
    if (assigneeName !== null && (assigneeName === '' || [...assigneeName].length > LONGEST_NAME))
      return refuse('TEXT_INVALID', 'assigneeName');
    if (householdCount !== null && (householdCount < 0 || householdCount > MOST_HOUSEHOLDS))
      return refuse('COUNT_INVALID', 'householdCount');
    const assignment = await selectRows(em, ScreeningAssignmentEntity)
      .where('code', '=', input.assignmentCode)
      .forUpdate()
      .executeTakeFirst();
    if (!assignment) return refuse('NOT_FOUND', 'assignmentCode');
    if (versionOfAssignment(identifier, assignment) !== input.version)
      return refuse('CHANGED_MEANWHILE', 'version');
    const said = recordedFacts(context, ScreeningAssignmentEntity, { assigneeName, householdCount });
    await sql`
      update screening_assignment set assignee_name = ${assigneeName}, household_count = ${householdCount},
        recorded = recorded || ${JSON.stringify(said)}::jsonb
      where code = ${assignment.code}`.execute(db);
    return { assignment: { ...assignment, assigneeName: null, householdCount }, errors: [] };
  });
  return { assignment: assignment && asType({ ...assignment, assigneeName }), errors };
}

/** Columns hold codes as text; those that were written are the enums' own. */
function asType(assignment: ScreeningAssignment): ScreeningAssignmentType {
  return assignment as ScreeningAssignmentType;
}
