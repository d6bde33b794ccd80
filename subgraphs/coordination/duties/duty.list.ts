import { sql } from 'kysely';
import {
  addDays,
  addMonths,
  daysBetween,
  formatIsoDate,
  parseIsoDate,
  partsOf,
  type IsoDate,
} from '../../../policies/iso-date.js';
import { academicYearOf } from '../../../policies/school-calendar.js';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../../_kit/schema/connection.js';
import { selectRows } from '../../_kit/select-rows.js';
import { hasOffice } from './acting-bodies.js';
import { createDutyCalendar, dayOf, type DutyCalendar } from './duty-calendar.js';
import { dutyNode, idOfDuty, strayNode, type DutyNode } from './duty-node.js';
import type { DutyPlace } from './duty-places.js';
import { areSchoolsKnown, placesWithinReach } from './duty-reach.js';
import { DutyRecordEntity, type DutyRecord } from './duty-record.entity.js';
import { bulletinOf, type MobilityBulletin } from './mobility-bulletin.js';
import { summarise, type DutyCount } from './duty-summary.js';
import type { DutyFilter } from './duty.input.js';

const MOST_DAYS = 1100;
/** What comes up within a month is on the list by default. */
const AHEAD_DAYS = 31;

interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Duties at places within reach whose day lies in the period, the earliest first. */
export async function listDuties(
  context: LoaderContext,
  filter: DutyFilter,
  page: PageArgs,
): Promise<Connection<DutyNode>> {
  return pageOfDuties(await dutiesOf(context, filter, periodOf(filter, context.today)), page);
}

/**
 * What the caller's office may have to do from the school year's first day on, up to a day: duties at the places of its
 * own level, and at those within reach where something waits to be signed off.
 */
export function dutiesOfOffice(context: LoaderContext, to: IsoDate): Promise<DutyNode[]> {
  return dutiesOf(context, {}, periodOf({ to }, context.today), (places, records) => {
    const submitting = new Set(
      records.filter(({ lastStep }) => lastStep === 'SUBMITTED').map(({ placeCode }) => placeCode),
    );
    return places.filter(
      (place) => submitting.has(place.code) || hasOffice(context.caller, place.kind, place),
    );
  });
}

/** What anybody at the places within reach may have to do from the school year's first day on, up to a day. */
export function dutiesWithinReach(context: LoaderContext, to: IsoDate): Promise<DutyNode[]> {
  return dutiesOf(context, {}, periodOf({ to }, context.today));
}

export function pageOfDuties(nodes: readonly DutyNode[], page: PageArgs): Connection<DutyNode> {
  const { limit, after } = pageRequest(page, ['date', 'text']);
  const keyOf = (node: DutyNode) => [dayOfNode(node), node.id] as const;
  const sorted = nodes.toSorted((a, b) => inOrder(keyOf(a), keyOf(b)));
  const rest = after ? sorted.filter((node) => inOrder(keyOf(node), after) > 0) : sorted;
  return connectionOf(rest, limit, keyOf, sorted.length);
}

export interface DutyReport extends Period {
  readonly areSchoolsKnown: boolean;
  readonly duties: readonly DutyCount[];
}

/** How many of each duty were handed in, are late, and were signed off. */
export async function reportDuties(context: LoaderContext, filter: DutyFilter): Promise<DutyReport> {
  const period = periodOf(filter, context.today);
  const nodes = await dutiesOf(context, filter, period);
  return { ...period, areSchoolsKnown: await areSchoolsKnown(context), duties: summarise(nodes) };
}

/** The last month's report is due in the month after the quarter, or later when there are holidays. */
const REPORTED_WITHIN_DAYS = 62;

/** The bulletin of a quarter, over the schools within reach. */
export async function mobilityBulletin(
  context: LoaderContext,
  quarter: string | null,
): Promise<MobilityBulletin> {
  const asked = quarter ?? quarterBefore(context.today);
  const [, year, number] = /^(20\d{2})Q([1-4])$/.exec(asked) ?? [];
  if (year === undefined) throw new HubError('BAD_USER_INPUT', 'A quarter is written 2026Q3.');
  const from = formatIsoDate({ year: Number(year), month: Number(number) * 3 - 2, day: 1 });
  const to = addDays(addMonths(from, 3), REPORTED_WITHIN_DAYS);
  return bulletinOf(asked, await dutiesOf(context, { kind: 'REPORT' }, { from, to }));
}

function quarterBefore(today: string): string {
  const { year, month } = partsOf(addMonths(parseIsoDate(today), -3));
  return `${year}Q${Math.ceil(month / 3)}`;
}

function periodOf({ from, to }: DutyFilter, today: string): Period {
  const day = parseIsoDate(today);
  const period = {
    from: from == null ? formatIsoDate({ year: academicYearOf(day), month: 9, day: 1 }) : parseIsoDate(from),
    to: to == null ? addDays(day, AHEAD_DAYS) : parseIsoDate(to),
  };
  if (period.from > period.to || daysBetween(period.from, period.to) > MOST_DAYS)
    throw new HubError('BAD_USER_INPUT', '"from" lies before "to", by three years at most.');
  return period;
}

/** Of the places within reach those that are asked about, as what is recorded at them says. */
type WantedPlaces = (places: readonly DutyPlace[], records: readonly DutyRecord[]) => readonly DutyPlace[];

async function dutiesOf(
  context: LoaderContext,
  { division, school, kind, duty, state }: DutyFilter,
  { from, to }: Period,
  wanted: WantedPlaces = (places) => places,
): Promise<DutyNode[]> {
  const today = parseIsoDate(context.today);
  const [within, stored] = await Promise.all([
    placesWithinReach(context, { division: division ?? null, school: school ?? null }),
    recordsAround(context, from, to),
  ]);
  const places = wanted(within, stored);
  const calendar = createDutyCalendar(context.policies, today);
  const occurrences = calendar.between(places, from, to);
  const records = new Map(stored.map((record) => [record.id, record]));
  const nodes = occurrences.map((occurrence) => {
    const id = idOfDuty(occurrence);
    const node = dutyNode(occurrence, records.get(id), today);
    records.delete(id);
    return node;
  });
  const others = nodesOfOthers([...records.values()], places, calendar, today).filter(
    (node) => from <= dayOfNode(node) && dayOfNode(node) <= to,
  );
  return [...nodes, ...others].filter(
    (node) =>
      (kind == null || node.kind === kind) &&
      (duty == null || node.duty === duty) &&
      (state == null || node.state === state),
  );
}

/** Records that no period of a duty asks for: of duties upon an event, of standing ones, and of former policies. */
function nodesOfOthers(
  records: readonly DutyRecord[],
  places: readonly DutyPlace[],
  calendar: DutyCalendar,
  today: IsoDate,
): DutyNode[] {
  const placeOf = new Map(places.map((place) => [`${place.kind} ${place.code}`, place]));
  return records.flatMap((record) => {
    const place = placeOf.get(`${record.placeKind} ${record.placeCode}`);
    if (!place) return [];
    const stray = strayNode(record, place, today);
    const occurrence = calendar.find(stray);
    return [occurrence ? dutyNode(occurrence, record, today) : stray];
  });
}

/** A period begins at most this long before its day. */
const BEFORE_DAYS = 430;

function recordsAround({ em }: LoaderContext, from: IsoDate, to: IsoDate): Promise<DutyRecord[]> {
  return selectRows(em, DutyRecordEntity)
    .where(sql<boolean>`period_from between ${addDays(from, -BEFORE_DAYS)}::date and ${to}::date`)
    .execute();
}

function dayOfNode({ dueOn, periodFrom }: DutyNode): string {
  return dayOf({ dueOn: dueOn === null ? null : parseIsoDate(dueOn), periodFrom: parseIsoDate(periodFrom) });
}

function inOrder(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const [day = '', id = ''] = a;
  const [otherDay = '', otherId = ''] = b;
  if (day !== otherDay) return day < otherDay ? -1 : 1;
  return id === otherId ? 0 : id < otherId ? -1 : 1;
}
