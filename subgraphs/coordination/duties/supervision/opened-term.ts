import { addDays, parseIsoDate, type IsoDate } from '../../../../policies/iso-date.js';
import type { LoaderContext } from '../../../_kit/request-context.js';
import { actsFor } from '../acting-bodies.js';
import { createDutyCalendar } from '../duty-calendar.js';
import { idOfDuty } from '../duty-node.js';
import type { DutyOccurrence } from '../duty-occurrences.js';
import type { DutyPlace } from '../duty-places.js';
import { DutyRecordEntity } from '../duty-record.entity.js';
import { lockRecord } from '../duty.commands.js';
import { submittedRecord } from '../submitted-record.js';

interface HeldMeeting {
  readonly kind: string;
  readonly heldOn: string;
  readonly minutesNumber: string;
}

/** Longer than a term with its holidays, and than the time that a meeting has. */
const TERM_DAYS = 240;
const MEETING_DAYS = 62;

/** Whether a duty is to open a term with a meeting (每学期初召开一次控辍保学工作会议). */
export function asksForOpening({ kind, period }: Pick<DutyOccurrence, 'kind' | 'period'>): boolean {
  return kind === 'MEETING' && /-(AUTUMN|SPRING)$/.test(period);
}

/**
 * A meeting that opens a term is the duty to hold one: whoever records it hands nothing in besides. In time is who held it
 * in time, whenever the minutes come in; what was handed in before stays.
 */
export async function handInOpening(
  context: LoaderContext,
  { kind, heldOn, minutesNumber }: HeldMeeting,
  place: DutyPlace,
): Promise<void> {
  if (kind !== 'TERM_OPENING') return;
  const { policies, today, caller, em } = context;
  const owed = openingsAround(createDutyCalendar(policies, parseIsoDate(today)), place, parseIsoDate(heldOn));
  for (const opening of owed.filter(({ body }) => actsFor(caller, body, place))) {
    if (await lockRecord(context, idOfDuty(opening))) continue;
    const evidence = {
      kind: 'MINUTES',
      number: minutesNumber,
      issuer: opening.body,
      date: heldOn,
      sha256: null,
    } as const;
    await em.insert(
      DutyRecordEntity,
      submittedRecord(
        opening,
        { evidence, figures: [], note: null },
        { today, by: caller.subject, earlier: undefined, doneOn: heldOn },
      ),
    );
  }
}

/** Duties of the term in which a day lies: the last that began on it or before. */
function openingsAround(
  calendar: ReturnType<typeof createDutyCalendar>,
  place: DutyPlace,
  day: IsoDate,
): DutyOccurrence[] {
  const begun = calendar
    .between([place], addDays(day, -TERM_DAYS), addDays(day, MEETING_DAYS))
    .filter((asked) => asksForOpening(asked) && asked.periodFrom <= day);
  const last = begun
    .map(({ periodFrom }) => periodFrom)
    .toSorted()
    .at(-1);
  return begun.filter(({ periodFrom }) => periodFrom === last);
}
