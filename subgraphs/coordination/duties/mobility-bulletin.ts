import type { DutyFigureName } from './duty.enums.js';
import type { DutyNode } from './duty-node.js';

/** A quarter's monthly reports of schools, added up (每季度学生流动、流失情况通报). */
export interface MobilityBulletin {
  readonly quarter: string;
  readonly reportsDue: number;
  readonly reportsReceived: number;
  /** Of those received, the ones that state the figures. */
  readonly reportsWithFigures: number;
  /** Sums of what was reported; null when no report states it. */
  readonly movedIn: number | null;
  readonly movedOut: number | null;
  readonly lost: number | null;
  readonly isComplete: boolean;
  /** Reports whose day to be handed in has come, and which were not. */
  readonly missing: readonly DutyNode[];
}

const FIGURES: readonly DutyFigureName[] = ['MOVED_IN', 'MOVED_OUT', 'LOST'];

/**
 * @param nodes duties of schools within one quarter. Where two documents ask for a monthly report, one of a school and
 *   month is enough, and the one with the figures counts.
 */
export function bulletinOf(quarter: string, nodes: readonly DutyNode[]): MobilityBulletin {
  const monthly = nodes.filter(
    ({ kind, body, period }) => kind === 'REPORT' && body === 'SCHOOL' && isMonthOf(quarter, period),
  );
  const reports = [
    ...Map.groupBy(monthly, ({ place, period }) => `${place.code} ${period}`).values(),
  ].flatMap((group) => {
    const best = group.find(hasFigures) ?? group.find(({ record }) => record) ?? group[0];
    return best ? [best] : [];
  });
  const due = reports.filter(({ state }) => state !== 'NOT_YET_OPEN');
  const stated = due.filter(hasFigures);
  const sumOf = (name: DutyFigureName) => {
    const values = stated.flatMap(({ record }) =>
      (record?.figures ?? []).filter((figure) => figure.name === name).map(({ value }) => value),
    );
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
  };
  return {
    quarter,
    reportsDue: reports.length,
    reportsReceived: due.filter(({ record }) => record).length,
    reportsWithFigures: stated.length,
    movedIn: sumOf('MOVED_IN'),
    movedOut: sumOf('MOVED_OUT'),
    lost: sumOf('LOST'),
    isComplete: reports.length > 0 && stated.length === reports.length,
    missing: due.filter(({ record }) => !record),
  };
}

/** Only a report that states all three can be added up. */
function hasFigures({ record }: DutyNode): boolean {
  return FIGURES.every((name) => record?.figures.some((figure) => figure.name === name));
}

function isMonthOf(quarter: string, period: string): boolean {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(period) ?? [];
  return year !== undefined && `${year}Q${Math.ceil(Number(month) / 3)}` === quarter;
}
