import { sql } from 'kysely';
import { addDays, parseIsoDate, type IsoDate } from '../../../../policies/iso-date.js';
import type { LoaderContext } from '../../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../../_kit/schema/connection.js';
import { listPage, type ListOrder } from '../../../_kit/schema/list-page.js';
import { selectRows } from '../../../_kit/select-rows.js';
import { createDutyCalendar } from '../duty-calendar.js';
import { placesWithinReach } from '../duty-reach.js';
import { FollowUpEntity, type FollowUp } from './follow-up.entity.js';
import { followUpState } from './follow-up-state.js';
import { InspectionEntity, type Inspection } from './inspection.entity.js';
import { MeetingEntity, type Meeting } from './meeting.entity.js';
import { asksForOpening } from './opened-term.js';
import type { FollowUpFilter } from './supervision.input.js';
import type { FollowUpType } from './supervision.type.js';
import { termOpenings, type TermOpening } from './term-openings.js';

function byDay<Row extends { readonly id: string }>(
  column: string,
  direction: 'asc' | 'desc',
  dayOf: (row: Row) => string,
): ListOrder<Row> {
  return {
    columns: [
      [column, 'date'],
      ['id', 'text'],
    ],
    direction,
    keyOf: (row) => [dayOf(row), row.id],
  };
}

/** Meetings of divisions within reach, the latest first. */
export function listMeetings({ em }: LoaderContext, page: PageArgs): Promise<Connection<Meeting>> {
  return listPage(
    selectRows(em, MeetingEntity),
    byDay('held_on', 'desc', ({ heldOn }) => heldOn),
    page,
  );
}

/** Inspections of places within reach, the latest first. */
export function listInspections({ em }: LoaderContext, page: PageArgs): Promise<Connection<Inspection>> {
  return listPage(
    selectRows(em, InspectionEntity),
    byDay('inspected_on', 'desc', ({ inspectedOn }) => inspectedOn),
    page,
  );
}

/** The states in SQL; `followUpState` says the same of one row. */
const IN_STATE = {
  OPEN: (today: string) => sql<boolean>`done_on is null and due_on >= ${today}::date`,
  OVERDUE: (today: string) => sql<boolean>`done_on is null and due_on < ${today}::date`,
  DONE: () => sql<boolean>`done_on <= due_on`,
  DONE_LATE: () => sql<boolean>`done_on > due_on`,
};

/** Decisions and findings for places within reach, the earliest due first. */
export async function listFollowUps(
  { em, today }: LoaderContext,
  { state, origin }: FollowUpFilter,
  page: PageArgs,
): Promise<Connection<FollowUp>> {
  const query = selectRows(em, FollowUpEntity)
    .$if(origin != null, (each) => each.where(sql<boolean>`origin = ${origin}`))
    .$if(state != null, (each) => each.where(IN_STATE[state ?? 'OPEN'](today)));
  return listPage(
    query,
    byDay('due_on', 'asc', ({ dueOn }) => dueOn),
    page,
  );
}

export function shownFollowUp(row: FollowUp, today: IsoDate): FollowUpType {
  const doneOn = row.doneOn == null ? null : parseIsoDate(row.doneOn);
  // Columns hold codes as text; those that were written are the enums' own.
  return { ...row, ...followUpState(parseIsoDate(row.dueOn), doneOn, today) } as FollowUpType;
}

/** Two years back: more terms than one assessment asks about. */
const TERMS_SINCE_DAYS = 730;

/** Whether each term had its opening meeting, in the counties within reach whose policy asks for one. */
export async function listTermOpenings(context: LoaderContext): Promise<TermOpening[]> {
  const today = parseIsoDate(context.today);
  const places = (await placesWithinReach(context, {})).filter(({ kind }) => kind === 'COUNTY');
  const asked = createDutyCalendar(context.policies, today)
    .between(places, addDays(today, -TERMS_SINCE_DAYS), addDays(today, 31))
    .filter(asksForOpening);
  const { rows } = await sql<{ heldOn: string; code: string }>`
    select held_on::text as "heldOn", division_code as code from meeting`.execute(context.db);
  return [...Map.groupBy(asked, ({ place }) => place.code)].flatMap(([code, own]) =>
    termOpenings(
      own,
      rows.filter((row) => row.code === code).map(({ heldOn }) => parseIsoDate(heldOn)),
      today,
    ),
  );
}
