import { SexEnum } from '../../subgraphs/_kit/schema/person.enums.js';
import type { PrintedHousehold } from '../../subgraphs/education/household-register/printed-members.js';
import type { RegisterAccount } from '../../subgraphs/education/household-register/register-account.js';
import {
  HouseholdVisitResultEnum,
  ScreenedEducationLevelEnum,
  ScreenedRelationEnum,
  ScreenedSchoolingEnum,
} from '../../subgraphs/education/screening/screening.enums.js';
import type { AccountRow, Cell, LedgerColumn, LedgerSums } from './ledger-form.js';
import { wordsOf } from './words-of.js';

type Member = PrintedHousehold['members'][number];

/** One row of the form: a member, or a household where nobody was met. */
export interface PrintedRow {
  readonly household: PrintedHousehold;
  readonly village: string;
  readonly member: Member | null;
}

/** Nobody has looked at it, which is not the same as none. */
const NOT_CHECKED = '未核';
const NOT_KNOWN = '不详';

export function rowsOf(household: PrintedHousehold, village: string): PrintedRow[] {
  if (household.members.length === 0) return [{ household, village, member: null }];
  return household.members.map((member) => ({ household, village, member }));
}

const ofMember =
  (cell: (member: Member) => Cell | null, otherwise = '') =>
  ({ member }: PrintedRow): Cell =>
    (member && cell(member)) ?? otherwise;

export const HOUSEHOLD_COLUMNS: readonly LedgerColumn<PrintedRow>[] = [
  { heading: '户序号', width: 7, cell: ({ household: { number } }) => number },
  { heading: '村(社区)', width: 17, cell: ({ village }) => village },
  { heading: '户主', width: 12, cell: ({ household: { householderName } }) => householderName },
  { heading: '入户日期', width: 11, cell: ({ household: { visitedOn } }) => visitedOn },
  {
    heading: '入户结果',
    width: 10,
    cell: ({ household: { result } }) => wordsOf(HouseholdVisitResultEnum.terms, result),
  },
  {
    heading: '姓名',
    width: 14,
    cell: ofMember(({ name }) => name, NOT_KNOWN),
  },
  {
    heading: '与户主关系',
    width: 10,
    cell: ofMember(({ relation }) => wordsOf(ScreenedRelationEnum.terms, relation)),
  },
  { heading: '性别', width: 5, cell: ofMember(({ sex }) => wordsOf(SexEnum.terms, sex)) },
  { heading: '出生日期', width: 11, cell: ofMember(({ birthDate }) => birthDate) },
  {
    heading: '文化程度',
    width: 10,
    cell: ofMember(({ educationLevel: level }) =>
      level == null ? NOT_CHECKED : wordsOf(ScreenedEducationLevelEnum.terms, level),
    ),
  },
  {
    heading: '就学情况',
    width: 14,
    // Where adults study nobody asks.
    cell: ofMember(({ schooling, studentId }) => {
      if (schooling != null) return wordsOf(ScreenedSchoolingEnum.terms, schooling);
      return studentId == null ? '' : NOT_CHECKED;
    }),
  },
  {
    heading: '就读学校或地点',
    width: 18,
    cell: ofMember(({ schoolName, studyPlace }) => schoolName ?? studyPlace ?? ''),
  },
  { heading: '年级', width: 5, cell: ofMember(({ grade }) => grade ?? '') },
  { heading: '核查人', width: 10, cell: ofMember(({ checkedBy }) => checkedBy ?? '') },
  { heading: '核查日期', width: 11, cell: ofMember(({ checkedOn }) => checkedOn ?? '') },
  { heading: '备注', width: 12, cell: () => '' },
];

export function householdSums(account: RegisterAccount): LedgerSums {
  const { visited, notMet, movedAway, notFound, members, bySchooling } = account;
  const { households, notVisited, villages, villagesNotCounted, checked, unchecked, memberShare } = account;
  const isWhole = notVisited === 0 && unchecked === 0 && account.schoolingUnknown === 0;
  return {
    total: `${visited + notMet + movedAway + notFound} 户 ${members} 人`,
    headings: ['分类', '情况', '数量'],
    rows: [
      ['村(社区)', '应核', villages],
      ['村(社区)', '底册户数不明', villagesNotCounted],
      ['户', '底册户数', households ?? NOT_KNOWN],
      ['户', '已入户', visited],
      ['户', '未入户', notVisited ?? NOT_KNOWN],
      ['户', '家中无人', notMet],
      ['户', '已搬离', movedAway],
      ['户', '查无此户', notFound],
      ['人', '登记人数', members],
      ['人', '已核文化程度', checked],
      ['人', '未核文化程度', unchecked],
      ['人', '文化户口完整率', memberShare === null ? NOT_KNOWN : `${(memberShare * 100).toFixed(1)}%`],
      ...bySchooling.map(({ schooling, children }): AccountRow => [
        '儿童就学情况',
        schooling === null ? NOT_CHECKED : ScreenedSchoolingEnum.terms[schooling].zh,
        children,
      ]),
    ],
    verdict: isWhole ? '全部入户核清' : '尚未全部核清',
  };
}
