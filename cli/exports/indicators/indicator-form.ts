import type { IndicatorKind } from '../../../subgraphs/coordination/indicators/indicators.js';
import {
  DisabilityScopeEnum,
  IndicatorGapEnum,
  IndicatorKindEnum,
  IndicatorReasonEnum,
  IndicatorStageEnum,
  IndicatorVerdictEnum,
  TargetOperatorEnum,
} from '../../../subgraphs/coordination/indicators/indicator.enums.js';
import { FocusGroupEnum } from '../../../subgraphs/coordination/standing/focus-group.enum.js';
import type { AnsweredGroup, AnsweredIndicator } from './ask-indicators.js';

type Cell = string | number;

/** One figure as it is printed. */
export interface PrintedFigure {
  readonly cells: readonly Cell[];
  readonly isFromStatistics: boolean;
}

export const FIGURE_COLUMNS: readonly { readonly heading: string; readonly width: number }[] = [
  { heading: '序号', width: 5 },
  { heading: '指标', width: 18 },
  { heading: '学段', width: 9 },
  { heading: '人群', width: 20 },
  { heading: '学年', width: 12 },
  { heading: '计算公式', width: 36 },
  { heading: '分子', width: 8 },
  { heading: '分母', width: 8 },
  { heading: '指标值', width: 8 },
  { heading: '单位', width: 5 },
  { heading: '目标值', width: 11 },
  { heading: '达成期限', width: 11 },
  { heading: '达标情况', width: 8 },
  { heading: '政策依据', width: 24 },
  { heading: '说明', width: 20 },
];

const FORMULAS: Readonly<Record<IndicatorKind, string>> = {
  ENROLMENT_RATE: '应就读该学段的儿童中已入学人数 ÷ 应就读该学段的儿童人数 × 100',
  GROSS_ENROLMENT_RATE: '在该学段就读的学生数(不限年龄) ÷ 应就读该学段的儿童人数 × 100',
  DROPOUT_RATE_CONFIRMED: '已核实未返校的失学辍学人数 ÷ 应就读该学段的儿童人数 × 100',
  DROPOUT_RATE_STATISTICAL: '(休学+退学+死亡+转出+其他减少−转入−其他增加) ÷ 学年初在校生数 × 100',
  OPEN_DROPOUTS: '已核实未返校的失学辍学人数',
  RETENTION_RATE: '(末年级在校或毕业人数−转入+转出) ÷ (入学人数−死亡) × 100',
  AID_COVERAGE: '已享受全部应享资助的儿童人数 ÷ 已知符合资助条件的儿童人数 × 100',
  VERIFICATION_RATE: '期限内已核查的疑似辍学儿童人数 ÷ 应核查(期限已满或已核查)的疑似辍学儿童人数 × 100',
  RETURN_RATE: '已复学的确认失学辍学儿童人数 ÷ 确认失学辍学儿童人数 × 100(按每名儿童最近一次个案)',
  RETENTION_RATE_UNADJUSTED: '末年级在校或毕业人数 ÷ 入学人数 × 100',
};
const STATISTICS: readonly IndicatorKind[] = [
  'DROPOUT_RATE_STATISTICAL',
  'RETENTION_RATE',
  'RETENTION_RATE_UNADJUSTED',
];
const HIDDEN = '人数过少，依规隐去';
const INCOMPLETE = '登记不全，实际可能更多';

/** Of a rate in per cent, two decimals as offices print them. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

export function figureOf(indicator: AnsweredIndicator, number: number): PrintedFigure {
  const { kind, stage, academicYear, value, numerator, denominator, target } = indicator;
  const unit = kind === 'OPEN_DROPOUTS' ? '人' : '%';
  return {
    isFromStatistics: STATISTICS.includes(kind),
    cells: [
      number,
      IndicatorKindEnum.terms[kind].zh,
      IndicatorStageEnum.terms[stage].zh,
      whom(indicator),
      academicYear === null ? '' : `${academicYear}-${academicYear + 1}`,
      FORMULAS[kind],
      numerator ?? '',
      denominator ?? '',
      value === null ? '' : rounded(value),
      unit,
      target ? `${TargetOperatorEnum.terms[target.operator].zh}${target.value}${unit}` : '',
      target?.reachBy ?? '',
      target ? IndicatorVerdictEnum.terms[target.verdict].zh : '',
      target?.policyClause ?? '',
      remarkOn(indicator),
    ],
  };
}

function whom({ disability, ages, reason }: AnsweredIndicator): string {
  return [
    DisabilityScopeEnum.terms[disability].zh,
    ...(ages ? [`${ages.from}—${ages.to}周岁`] : []),
    ...(reason ? [IndicatorReasonEnum.terms[reason].zh] : []),
  ].join('，');
}

function remarkOn({ isSuppressed, gap, value, unknown, isComplete }: AnsweredIndicator): string {
  if (isSuppressed) return isComplete === false ? `${HIDDEN}；${INCOMPLETE}` : HIDDEN;
  if (gap) return IndicatorGapEnum.terms[gap].zh;
  return [
    ...(value === null ? ['无统计对象'] : []),
    ...(isComplete === false ? [`另有${unknown}人无法判定`] : []),
  ].join('；');
}

export function figureOfGroup(
  { group, children, isSuppressed, isComplete }: AnsweredGroup,
  number: number,
): PrintedFigure {
  const remarks = [...(isSuppressed ? [HIDDEN] : []), ...(isComplete ? [] : [INCOMPLETE])];
  return {
    isFromStatistics: false,
    cells: [
      number,
      '重点群体人数',
      '',
      FocusGroupEnum.terms[group].zh,
      '',
      '已知属于该群体的儿童人数',
      children ?? '',
      '',
      children ?? '',
      '人',
      '',
      '',
      '',
      '',
      remarks.join('；'),
    ],
  };
}
