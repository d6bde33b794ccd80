import { z } from 'zod';
import { parseIsoDate } from '../../../../policies/iso-date.js';
import type { PinnedRegister } from '../../../_kit/roster/roster-line.js';
import type { RegisterRunContext, SealedNumber } from '../../register/build-school-age-register.js';
import { createRuleContext } from '../../standing/rule-context.js';
import type { ComparedChild, ComparisonContext } from '../discrepancies/compared-child.js';
import type { Discrepancy } from '../discrepancies/discrepancy.js';
import { createDiscrepancyFinder } from '../discrepancies/find-discrepancies.js';
import type { ComparisonRun } from './comparison-run.entity.js';
import { idsOfLinks, type DecidedMatches } from './run-matches.js';
import type { RunTools } from './run-tools.js';

/** Tables of places by the names that education gives them. */
export const pinnedPlaces = z.object({
  school: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      divisionCode: z.string(),
      urbanRuralClass: z.string().nullable().default(null),
    }),
  ),
  school_class: z.array(z.object({ code: z.string(), name: z.string() })).default([]),
  catchment: z.array(
    z.object({
      divisionCode: z.string(),
      lowestGrade: z.int(),
      highestGrade: z.int(),
      schoolCode: z.string(),
    }),
  ),
  attendance_sheet: z.array(z.object({ classCode: z.string(), date: z.array(z.string()) })).default([]),
});
/** Schools, names of their classes, their catchment areas and the days of each class's sheets, as education had them when they were pinned. */
export type RunPlaces = z.infer<typeof pinnedPlaces>;

/** What a run has pinned, of all agencies. */
export interface PinnedSources {
  readonly registers: readonly { readonly agency: string; readonly row: PinnedRegister }[];
  readonly places: RunPlaces;
}

/** All that a run holds still while it lasts. */
export interface PinnedRun extends PinnedSources {
  readonly matches: DecidedMatches;
}

export interface RunContext extends RegisterRunContext, ComparisonContext {
  readonly matches: DecidedMatches;
  /** Of whom a person decided. */
  readonly decidedIds: ReadonlySet<string>;
  /** Null where this run may not. */
  readonly openNumber: (number: SealedNumber) => string | null;
  /** Seals for a column of coordination's own. */
  readonly seal: (plain: string, column: string) => string;
  /** Made once: it is asked of every child. */
  readonly findDiscrepancies: (child: ComparedChild) => Discrepancy[];
}

const COORDINATION = 'coordination';

/** The school in whose catchment area a village lies, by grade. */
export function schoolDueBy({ catchment }: Pick<RunPlaces, 'catchment'>) {
  const catchmentsOf = Map.groupBy(catchment, ({ divisionCode }) => divisionCode);
  return (divisionCode: string, grade: number): string | null =>
    catchmentsOf
      .get(divisionCode)
      ?.find(({ lowestGrade, highestGrade }) => lowestGrade <= grade && grade <= highestGrade)?.schoolCode ??
    null;
}

/** What the rules are given in every job of a run: the same, whichever worker does it. */
export function createRunContext(
  { runId, countyCode, today }: Pick<ComparisonRun, 'runId' | 'countyCode' | 'today'>,
  { registers: pinned, places, matches }: PinnedRun,
  { policies, cipherOf, now }: Pick<RunTools, 'policies' | 'cipherOf' | 'now'>,
): RunContext {
  const registers = pinned.map(({ agency, row }) => ({
    agency,
    row: { ...row, asOf: new Date(row.asOf), loadedAt: new Date(row.loadedAt) },
  }));
  const find = (agency: string, code: string) =>
    registers.find((register) => register.agency === agency && register.row.code === code)?.row;
  const schools = new Map(places.school.map((school) => [school.code, school]));
  const context = {
    ...createRuleContext({
      countyCode,
      today: parseIsoDate(today),
      policies,
      schools,
      attendanceAsOf: find('education', 'ATTENDANCE')?.asOf,
      sheetDays: new Map(
        places.attendance_sheet.map(({ classCode, date }) => [classCode, date.map(parseIsoDate)]),
      ),
    }),
    runId,
    now: now(),
    registers,
    schools,
    classNames: new Map(places.school_class.map(({ code, name }) => [code, name])),
    schoolDueAt: schoolDueBy(places),
    asOf: (agency: string, register: string) =>
      find(agency, register)?.asOf.toISOString().slice(0, 10) ?? null,
  } satisfies RegisterRunContext & ComparisonContext;
  return {
    ...context,
    matches,
    openNumber: ({ agency, sealed, column }) => cipherOf(agency)?.open(sealed, column) ?? null,
    seal(plain, column) {
      const cipher = cipherOf(COORDINATION);
      if (!cipher) throw new Error('Coordination has no column key.');
      return cipher.seal(plain, column);
    },
    decidedIds: idsOfLinks(matches.links),
    findDiscrepancies: createDiscrepancyFinder(context),
  };
}
