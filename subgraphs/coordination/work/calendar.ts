import { sql } from 'kysely';
import { addDays, parseIsoDate } from '../../../policies/iso-date.js';
import { divisionWithinReach } from '../../_kit/student/jurisdiction.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { WorkSource } from '../../_kit/work/work-source.js';
import { workOfFound } from '../../_kit/work/work-of-found.js';
import { workOfRows } from '../../_kit/work/work-of-rows.js';
import { actsFor } from '../duties/acting-bodies.js';
import { dutiesOfOffice, dutiesWithinReach } from '../duties/duty.list.js';
import type { DutyNode } from '../duties/duty-node.js';
import { isOwed, type DutyState } from '../duties/duty-state.js';
import { levelOf } from '../duties/duty-places.js';
import type { CoordinationRegister } from '../registers.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { isSupervising } from './own-office.js';

const TO_SIGN_OFF: ReadonlySet<DutyState> = new Set<DutyState>(['SUBMITTED', 'SUBMITTED_LATE']);
/** Which schools owe something is known from the first comparison on. */
const SCHOOLS_KNOWN: readonly CoordinationRegister[] = ['SCHOOL_AGE_REGISTER'];
/** What comes up within a week is on the list. */
const AHEAD_DAYS = 7;

/** What the calendar asks of the caller's own body, and what meetings and inspections left to be seen to. */
export function calendarWork(context: LoaderContext): readonly WorkSource[] {
  const { caller, today } = context;
  let read: Promise<DutyNode[]> | undefined;
  const isSupervisor = isSupervising(caller);
  const until = addDays(parseIsoDate(today), AHEAD_DAYS);
  const duties = () =>
    (read ??= isSupervisor ? dutiesWithinReach(context, until) : dutiesOfOffice(context, until));
  const own = async (isOwn: (node: DutyNode) => boolean, limit: number, isDated = true) =>
    workOfFound(
      (await duties())
        .filter(isOwn)
        .map(({ id, dueOn }) => ({ studentId: null, subject: id, dueOn: isDated ? dueOn : null })),
      { today, limit },
    );
  const follow = caller.scopes.has(COORDINATION_SCOPES.recordInspections) ? 'INSPECTION' : 'MEETING';
  return [
    {
      kind: 'HAND_IN',
      scope: COORDINATION_SCOPES.submitDuties,
      holds: 'NONE',
      registers: SCHOOLS_KNOWN,
      list: 'duties',
      read: (limit) =>
        own((node) => isOwed(node) && actsFor(caller, node.body, node.place, node.agency), limit),
    },
    {
      kind: 'SIGN_OFF',
      scope: COORDINATION_SCOPES.signOffDuties,
      holds: 'NONE',
      registers: SCHOOLS_KNOWN,
      list: 'duties',
      read: (limit) =>
        own(
          ({ state, signers, place }) =>
            TO_SIGN_OFF.has(state) && signers.some((body) => actsFor(caller, body, place)),
          limit,
          // The day was the submitter's; none is set for the receiver.
          false,
        ),
    },
    ...(isSupervisor
      ? [
          {
            kind: 'CHASE_DUTY',
            scope: COORDINATION_SCOPES.readDuties,
            holds: 'NONE',
            registers: SCHOOLS_KNOWN,
            list: 'duties',
            read: (limit: number) => own((node) => isToBeChased(caller, node), limit),
          } as const,
        ]
      : []),
    {
      kind: 'FOLLOW_UP_DECISION',
      scope:
        follow === 'INSPECTION' ? COORDINATION_SCOPES.recordInspections : COORDINATION_SCOPES.recordMeetings,
      holds: 'NONE',
      registers: [],
      list: 'followUps',
      read: (limit) =>
        workOfRows(
          context,
          {
            from: sql`follow_up found join ${sql.table(follow === 'INSPECTION' ? 'inspection' : 'meeting')} recorded
              on recorded.id = found.origin_id`,
            where: sql`found.origin = ${follow} and found.done_on is null
              and ${divisionWithinReach(caller, sql.ref('recorded.division_code'))}`,
            subject: sql`found.id`,
            dueOn: sql`found.due_on`,
          },
          limit,
        ),
    },
  ];
}

/**
 * What others have not handed in by its day: of schools both lines see to it (双线责任), of everybody else the leading
 * group's office.
 */
function isToBeChased(caller: LoaderContext['caller'], { state, body, place, agency }: DutyNode): boolean {
  if (state !== 'OVERDUE' || actsFor(caller, body, place, agency)) return false;
  return caller.agency === 'coordination' || levelOf(body) === 'SCHOOL';
}
