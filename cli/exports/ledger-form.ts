import type { LedgerAccount } from '../../subgraphs/coordination/ledger/ledger-account.js';
import type { LedgerLine } from '../../subgraphs/coordination/ledger/ledger-lines.js';
import {
  ResidencePlaceEnum,
  StudyPlaceEnum,
  type LedgerKind,
} from '../../subgraphs/coordination/ledger/ledger.enums.js';
import { FocusGroupEnum } from '../../subgraphs/coordination/standing/focus-group.enum.js';
import { StandingBasisEnum, StandingEnum } from '../../subgraphs/coordination/standing/standing.enums.js';
import { SexEnum } from '../../subgraphs/_kit/schema/person.enums.js';

/** A ledger as it is printed, above and below its lines. */
export interface LedgerForm {
  readonly title: string;
  /** Office that keeps it. */
  readonly office: string;
  /** YYYY-MM-DD, of the data. */
  readonly asOf: string;
  /** YYYY-MM-DD, of the print. */
  readonly madeOn: string;
  readonly runId: string | null;
}

export interface PrintedLine extends LedgerLine {
  readonly openDiscrepancies: number;
  readonly registeredDivision: string;
  readonly residenceDivision: string;
}

/** A number is one in a spreadsheet too. */
export type Cell = string | number;

/** A column of a printed ledger. */
export interface LedgerColumn<Line> {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  readonly cell: (line: Line) => Cell;
}

const COLUMNS: readonly LedgerColumn<PrintedLine>[] = [
  { heading: '序号', width: 6, cell: ({ number }) => number },
  { heading: '姓名', width: 12, cell: ({ name }) => name },
  { heading: '性别', width: 6, cell: ({ sex }) => SexEnum.terms[sex].zh },
  { heading: '出生日期', width: 12, cell: ({ birthDate }) => birthDate },
  { heading: '公民身份号码', width: 20, cell: (line) => line.maskedResidentIdNumber ?? '' },
  { heading: '户籍地', width: 18, cell: ({ registeredDivision }) => registeredDivision },
  { heading: '居住地', width: 18, cell: ({ residenceDivision }) => residenceDivision },
  { heading: '就读学校', width: 17, cell: ({ schoolName, schoolCode }) => schoolName ?? schoolCode ?? '' },
  { heading: '年级', width: 6, cell: ({ grade }) => grade ?? '' },
  { heading: '班级', width: 16, cell: ({ className, classCode }) => className ?? classCode ?? '' },
  { heading: '就学状况', width: 11, cell: ({ standing }) => StandingEnum.terms[standing].zh },
  { heading: '状况依据', width: 13, cell: ({ standingBasis }) => StandingBasisEnum.terms[standingBasis].zh },
  { heading: '起始日期', width: 12, cell: ({ standingSince }) => standingSince ?? '' },
  {
    heading: '重点关注群体',
    width: 25,
    cell: ({ focusGroups }) => focusGroups.map((group) => FocusGroupEnum.terms[group].zh).join('、'),
  },
  {
    heading: '未销疑点',
    width: 6,
    cell: ({ openDiscrepancies: open }) => (open === 0 ? '' : open),
  },
];
const REMARKS: LedgerColumn<PrintedLine> = { heading: '备注', width: 10, cell: () => '' };
/** No register says where leavers went on to, so that it is written in by hand. */
const DESTINATION: LedgerColumn<PrintedLine> = { heading: '毕业去向', width: 11, cell: () => '' };

/** As the form of a kind has them. */
export function ledgerColumns(kind: LedgerKind): readonly LedgerColumn<PrintedLine>[] {
  return [...COLUMNS, ...(kind === 'JUNIOR_LEAVERS' ? [DESTINATION] : []), REMARKS];
}

/** Totals as a row of a table: what, whom it is about, how many. */
export type AccountRow = readonly [breakdown: string, place: string, count: Cell];

/** What a printed ledger adds up to. */
export interface LedgerSums {
  /** Behind 合计, for example 12 人. */
  readonly total: string;
  readonly headings: readonly [breakdown: string, place: string, count: string];
  readonly rows: readonly AccountRow[];
  /** 核对结果. */
  readonly verdict: string;
}

export function sumsOf(
  account: LedgerAccount,
  lines: number,
  nameOf: (divisionCode: string) => string,
): LedgerSums {
  const { isReconciled } = account;
  return {
    total: `${lines} 人`,
    headings: ['分类', '去向', '人数'],
    rows: accountRows(account, nameOf),
    verdict: isReconciled ? '账实相符' : '账实不符，请核查',
  };
}

function accountRows(
  { universe, undecided, byResidence, byStudy }: LedgerAccount,
  nameOf: (divisionCode: string) => string,
): AccountRow[] {
  return [
    ['总人数', '', universe],
    ...byResidence.map(({ place, divisionCode, children }): AccountRow => [
      '按居住地',
      divisionCode === null ? ResidencePlaceEnum.terms[place].zh : nameOf(divisionCode),
      children,
    ]),
    ...byStudy.map(({ place, schoolCode, schoolName, children }): AccountRow => [
      '按就学去向',
      schoolName ?? schoolCode ?? StudyPlaceEnum.terms[place].zh,
      children,
    ]),
    ['待定人数', '', undecided],
  ];
}

export type LedgerFormat = 'csv' | 'xlsx';

/** Writes a ledger line by line; the file is whole when `end` resolves. */
export interface LedgerWriter<Line> {
  line(line: Line): Promise<void>;
  end(sums: LedgerSums): Promise<void>;
  /** Lets go of a file that is not ended. */
  abandon(): void;
}
