import { addDays, parseIsoDate, type IsoDate } from '../../policies/iso-date.js';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import { academicYearOf } from '../../policies/school-calendar.js';
import { createDutyCalendar } from '../../subgraphs/coordination/duties/duty-calendar.js';
import { idOfDuty } from '../../subgraphs/coordination/duties/duty-node.js';
import type { DutyOccurrence } from '../../subgraphs/coordination/duties/duty-occurrences.js';
import { DutyRecordEntity, type DutyFigure } from '../../subgraphs/coordination/duties/duty-record.entity.js';
import type { StatusChange } from '../../subgraphs/education/status/status-change.entity.js';
import { SchoolSiteEntity } from '../../subgraphs/coordination/duties/school-site.entity.js';
import type { CountyFrame } from '../views.js';
import { accountOf, chanceOf, placesOf } from './deeds.js';
import type { RowSink } from './row-sink.js';

type Movement = Pick<StatusChange, 'kind' | 'changedOn' | 'fromSchoolCode' | 'toSchoolCode'>;

/** What happens at each school in each month, as its monthly report states it. */
export interface Mobility {
  take(change: Movement): void;
  figuresOf(schoolCode: string, month: string): DutyFigure[];
}

const FIGURE_OF: Readonly<Record<string, DutyFigure['name']>> = {
  TRANSFERRED_IN: 'MOVED_IN',
  TRANSFERRED_OUT: 'MOVED_OUT',
  DROPPED_OUT: 'LOST',
  WITHDRAWN: 'LOST',
  EXPELLED: 'LOST',
};

export function createMobility(): Mobility {
  const counts = new Map<string, number>();
  const keyOf = (school: string, month: string, name: string) => `${school} ${month} ${name}`;
  return {
    take({ kind, changedOn, fromSchoolCode, toSchoolCode }) {
      const name = FIGURE_OF[kind];
      const school = name === 'MOVED_IN' ? toSchoolCode : fromSchoolCode;
      if (!name || school == null) return;
      const key = keyOf(school, changedOn.slice(0, 7), name);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    figuresOf: (school, month) =>
      (['MOVED_IN', 'MOVED_OUT', 'LOST'] as const).map((name) => ({
        name,
        value: counts.get(keyOf(school, month, name)) ?? 0,
      })),
  };
}

/** Of a hundred duties whose day has come, those never handed in, those late, and those sent back. */
const MISSING = 8;
const LATE = 12;
const RETURNED = 4;
/** A receiver signs off what reached it so many days ago, and nine of ten by then. */
const SIGNING_DAYS = 5;

/**
 * The schools that owe duties, and what bodies handed in since the academic year began: most of it in time, some late,
 * some missing, so that there is something to supervise. What is due of villages falls at the end of the year.
 */
export function writeDuties(
  frame: CountyFrame,
  policies: PolicyLibrary,
  mobility: Mobility,
  sink: RowSink,
): void {
  for (const { code, name, division } of frame.schools)
    sink.insert(SchoolSiteEntity, { code, name, divisionCode: division });
  const asOf = parseIsoDate(sink.asOf);
  const from = parseIsoDate(`${academicYearOf(asOf)}-09-01`);
  for (const occurrence of createDutyCalendar(policies, asOf).between(placesOf(frame), from, asOf))
    writeRecord(occurrence, asOf, mobility, sink);
}

function writeRecord(occurrence: DutyOccurrence, asOf: IsoDate, mobility: Mobility, sink: RowSink): void {
  const { duty, kind, body, agency, period, periodFrom, place, opensOn, dueOn, signers } = occurrence;
  const id = idOfDuty(occurrence);
  const chance = chanceOf(id, 'handed in');
  if (!opensOn || !dueOn || chance < MISSING) return;
  const lag = chanceOf(id, 'days');
  const inTime = addDays(dueOn, -(lag % 4));
  const day = chance < MISSING + LATE ? addDays(dueOn, 1 + (lag % 6)) : inTime < opensOn ? opensOn : inTime;
  if (day > asOf) return;
  const signedOn = addDays(day, SIGNING_DAYS);
  const isReturned = signers.length > 0 && chanceOf(id, 'sent back') < RETURNED;
  const isSigned = signers.length > 0 && !isReturned && signedOn <= asOf && lag < 90;
  sink.insert(DutyRecordEntity, {
    id,
    duty,
    kind,
    body,
    agency,
    period,
    periodFrom,
    placeKind: place.kind,
    placeCode: place.code,
    divisionCode: place.divisionCode,
    firstSubmittedOn: day,
    submittedOn: day,
    submittedBy: accountOf(body),
    evidenceKind: kind === 'PUBLICITY' ? 'MATERIAL' : kind === 'ROLL_CALL' ? 'ROSTER' : 'REPORT',
    evidenceNumber: `${period.slice(0, 4)}-${sink.opaqueKey('DUTY', id).slice(0, 8)}`,
    evidenceIssuer: body,
    evidenceDate: day,
    evidenceSha256: null,
    figures: kind === 'REPORT' && body === 'SCHOOL' ? mobility.figuresOf(place.code, period) : [],
    note: null,
    lastStep: isReturned ? 'RETURNED' : isSigned ? 'SIGNED_OFF' : 'SUBMITTED',
    signedOffOn: isSigned ? signedOn : null,
    signedOffBy: isSigned ? accountOf(signers[0] ?? body) : null,
    returns: isReturned ? [{ on: day, by: accountOf(signers[0] ?? body), reason: '数据项不全，请补报' }] : [],
    version: isReturned || isSigned ? 2 : 1,
  });
}
