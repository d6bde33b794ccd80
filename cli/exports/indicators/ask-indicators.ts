import { z } from 'zod';
import { FocusGroupEnum } from '../../../subgraphs/coordination/standing/focus-group.enum.js';
import {
  DisabilityScopeEnum,
  IndicatorGapEnum,
  IndicatorKindEnum,
  IndicatorMonthGapEnum,
  IndicatorReasonEnum,
  IndicatorStageEnum,
  IndicatorVerdictEnum,
  TargetOperatorEnum,
} from '../../../subgraphs/coordination/indicators/indicator.enums.js';
import { CommandError } from '../../commands/command-error.js';
import { askHub, type HubAsker } from '../ask-hub.js';

export interface IndicatorQuestion extends HubAsker {
  /** Of a division, or of a school. */
  readonly place: { readonly division: string } | { readonly school: string };
  /** YYYY-MM-DD, whose targets apply to the figures of now; YYYY-MM for those of that month; null for today. */
  readonly asOf: string | null;
}

const indicator = z.object({
  kind: z.enum(IndicatorKindEnum.values),
  stage: z.enum(IndicatorStageEnum.values),
  disability: z.enum(DisabilityScopeEnum.values),
  ages: z.object({ from: z.int(), to: z.int() }).nullable(),
  reason: z.enum(IndicatorReasonEnum.values).nullable(),
  academicYear: z.int().nullable(),
  value: z.number().nullable(),
  numerator: z.int().nullable(),
  denominator: z.int().nullable(),
  unknown: z.int().nullable(),
  isComplete: z.boolean().nullable(),
  isSuppressed: z.boolean(),
  gap: z.enum(IndicatorGapEnum.values).nullable(),
  target: z
    .object({
      operator: z.enum(TargetOperatorEnum.values),
      value: z.number(),
      reachBy: z.string().nullable(),
      verdict: z.enum(IndicatorVerdictEnum.values),
      policyClause: z.string(),
    })
    .nullable(),
});
const report = z.object({
  asOf: z.string(),
  registerAsOf: z.string().nullable(),
  sources: z.array(
    z.object({ agency: z.string(), register: z.string(), version: z.int(), asOf: z.string() }),
  ),
  indicators: z.array(indicator),
});
const month = z.union([
  report.extend({ gap: z.null() }),
  z.object({ gap: z.enum(IndicatorMonthGapEnum.values) }),
]);
const division = z.object({ code: z.string(), name: z.string().nullable() });
const school = { schoolCode: z.string(), schoolName: z.string() };
const answerSchema = z.object({
  data: z
    .object({
      division: division.nullish(),
      indicators: report.nullish(),
      focusGroupCounts: z
        .array(
          z.object({
            group: z.enum(FocusGroupEnum.values),
            children: z.int().nullable(),
            isSuppressed: z.boolean(),
            isComplete: z.boolean(),
          }),
        )
        .nullish(),
      schoolIndicators: report.extend({ division, ...school }).nullish(),
      indicatorHistory: z.object({ division, months: z.array(month) }).nullish(),
      schoolIndicatorHistory: z.object({ division, ...school, months: z.array(month) }).nullish(),
    })
    .nullish(),
  errors: z.array(z.object({ message: z.string() })).default([]),
});
type Answer = NonNullable<z.infer<typeof answerSchema>['data']>;

export type AnsweredIndicator = z.infer<typeof indicator>;
export type AnsweredGroup = NonNullable<Answer['focusGroupCounts']>[number];

/** What the hub told the caller of one place. */
export interface AnsweredReport extends z.infer<typeof report> {
  readonly division: z.infer<typeof division>;
  readonly school: { readonly code: string; readonly name: string } | null;
  readonly groups: readonly AnsweredGroup[];
}

/** @throws {CommandError} when the caller may not have it, or part of it, and for a month without figures */
export async function askIndicators(question: IndicatorQuestion): Promise<AnsweredReport> {
  return IS_MONTH.test(question.asOf ?? '') ? askMonth(question) : askNow(question);
}

const IS_MONTH = /^\d{4}-\d{2}$/;

async function askNow({ place, asOf, ...asker }: IndicatorQuestion): Promise<AnsweredReport> {
  const data = await ask(asker, 'school' in place ? 'SchoolIndicators' : 'Indicators', { ...place, asOf });
  const ofSchool = data?.schoolIndicators;
  if (ofSchool) {
    const { schoolCode, schoolName, ...found } = ofSchool;
    return { ...found, school: { code: schoolCode, name: schoolName }, groups: [] };
  }
  if (!data?.division || !data.indicators) throw notFound();
  return {
    ...data.indicators,
    division: data.division,
    school: null,
    groups: data.focusGroupCounts ?? [],
  };
}

async function askMonth({ place, asOf, ...asker }: IndicatorQuestion): Promise<AnsweredReport> {
  const operation = 'school' in place ? 'SchoolIndicatorHistory' : 'IndicatorHistory';
  const data = await ask(asker, operation, { ...place, from: asOf, to: asOf });
  const ofSchool = data?.schoolIndicatorHistory;
  const [found] = (ofSchool ?? data?.indicatorHistory)?.months ?? [];
  const where = ofSchool?.division ?? data?.indicatorHistory?.division;
  if (!found || !where) throw notFound();
  if (found.gap !== null) {
    const { en, zh } = IndicatorMonthGapEnum.terms[found.gap];
    throw new CommandError('FILE_UNUSABLE', `There are no figures of ${asOf}: ${en} (${zh}).`);
  }
  return {
    ...found,
    division: where,
    school: ofSchool ? { code: ofSchool.schoolCode, name: ofSchool.schoolName } : null,
    groups: [],
  };
}

async function ask(
  asker: HubAsker,
  operation: string,
  variables: Record<string, unknown>,
): Promise<Answer | null | undefined> {
  const { data, errors } = answerSchema.parse(await askHub(asker, operation, variables));
  const [error] = errors;
  if (error) throw new CommandError('FILE_UNUSABLE', `The hub did not tell everything: ${error.message}`);
  return data;
}

function notFound(): CommandError {
  return new CommandError('UNKNOWN_NAME', 'There is no such place within reach.');
}
