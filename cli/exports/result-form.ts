import { SexEnum } from '../../subgraphs/_kit/schema/person.enums.js';
import {
  DispositionEnum,
  EvidenceKindEnum,
} from '../../subgraphs/coordination/casework/disposition.enums.js';
import type {
  ResultOutcome,
  VerifiedResult,
} from '../../subgraphs/coordination/pushed-down/verified-results.js';
import { wordsOf } from './words-of.js';

const OUTCOMES: { readonly [Outcome in ResultOutcome]: string } = {
  VERIFIED: '已核实',
  OPEN: '待核实',
  NOT_FOUND: '查无此人',
};

/** The answer to the national platform as a table; 销号 says whether an entry needs nothing more. */
export const RESULT_COLUMNS: readonly {
  readonly heading: string;
  readonly width: number;
  readonly cell: (result: VerifiedResult) => string;
}[] = [
  { heading: '平台编号', width: 18, cell: ({ platformNumber }) => platformNumber },
  { heading: '批次', width: 12, cell: ({ batch }) => batch },
  { heading: '姓名', width: 16, cell: ({ childName }) => childName },
  { heading: '性别', width: 5, cell: ({ sex }) => wordsOf(SexEnum.terms, sex) },
  { heading: '出生日期', width: 11, cell: ({ birthDate }) => birthDate },
  { heading: '疑似原因', width: 18, cell: ({ reason }) => reason },
  { heading: '下发日期', width: 11, cell: ({ pushedOn }) => pushedOn },
  { heading: '核查期限', width: 11, cell: ({ dueOn }) => dueOn },
  { heading: '核查情况', width: 10, cell: ({ outcome }) => OUTCOMES[outcome] },
  { heading: '结论代码', width: 30, cell: ({ code }) => code ?? '' },
  {
    heading: '核查结论',
    width: 16,
    cell: ({ code }) => (code === null ? '' : wordsOf(DispositionEnum.terms, code)),
  },
  { heading: '结论日期', width: 11, cell: ({ decidedOn }) => decidedOn ?? '' },
  { heading: '有效期至', width: 11, cell: ({ validUntil }) => validUntil ?? '' },
  { heading: '核实部门', width: 12, cell: ({ verifierAgency }) => verifierAgency ?? '' },
  {
    heading: '佐证材料',
    width: 30,
    cell: ({ evidence }) =>
      (evidence ?? [])
        .map(({ kind, number }) => `${wordsOf(EvidenceKindEnum.terms, kind)} ${number}`)
        .join('、'),
  },
  { heading: '个案编号', width: 18, cell: ({ caseNumber }) => caseNumber ?? '' },
  { heading: '销号', width: 6, cell: ({ isClosedOut }) => (isClosedOut ? '是' : '否') },
];
