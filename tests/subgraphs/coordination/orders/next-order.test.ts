import { parseIsoDate, type IsoDate } from '../../../../policies/iso-date.js';
import { loadPolicies } from '../../../../policies/load-policies.js';
import {
  nextOrder,
  type LadderQuestion,
  type OrderFacts,
} from '../../../../subgraphs/coordination/orders/next-order.js';
import { ladderOf } from '../../../../subgraphs/coordination/orders/order-ladder.js';

const TODAY = parseIsoDate('2026-11-20');
const library = loadPolicies();
const ladders = {
  changji: ladderOf(library.policyFor('652301', TODAY)),
  qingtongxia: ladderOf(library.policyFor('640381', TODAY)),
  guling: ladderOf(library.policyFor('500235107', TODAY)),
  yinjiang: ladderOf(library.policyFor('520625', TODAY)),
};

function question(change: Partial<LadderQuestion> = {}): LadderQuestion {
  return {
    today: TODAY,
    ladder: ladders.qingtongxia,
    case: {
      state: 'CONFIRMED',
      basis: 'LEFT_SCHOOL',
      episode: 1,
      from: '2026-10-10',
      returnedOn: null,
      closedOn: null,
    },
    orders: [],
    standing: { standing: 'OUT_OF_SCHOOL', since: '2026-10-10' },
    justifiedSince: null,
    missingSince: null,
    refusedOn: null,
    autumnStart: parseIsoDate('2026-09-01'),
    noticeDays: 15,
    ...change,
  };
}

const order = (step: string, change: Partial<OrderFacts> = {}): OrderFacts => ({
  orderNumber: `N-${step}`,
  step,
  issuedOn: '2026-10-12',
  dueOn: '2026-10-22',
  servedOn: '2026-10-12',
  compliedOn: null,
  withdrawnOn: null,
  ...change,
});
const ofCase = (change: Partial<LadderQuestion['case']>) => ({ case: { ...question().case, ...change } });

describe('the first step of a child who left school', () => {
  test.each([
    [
      'qingtongxia',
      null,
      'DUE',
      'RETURN_ORDER',
      ['TOWNSHIP', 'EDUCATION'],
      '2026-10-10',
      '青政办发〔2018〕49号',
    ],
    ['yinjiang', null, 'DUE', 'RETURN_ORDER', ['TOWNSHIP', 'EDUCATION'], '2026-10-10', '未成年人保护法'],
    ['guling', null, 'DUE', 'RETURN_ORDER', ['TOWNSHIP', 'EDUCATION'], '2026-10-10', '未成年人保护法'],
    ['changji', null, 'WAITING', 'CRITICISM_EDUCATION', ['TOWNSHIP'], null, '昌市政办发〔2020〕16号'],
    [
      'changji',
      '2026-10-15',
      'DUE',
      'CRITICISM_EDUCATION',
      ['TOWNSHIP'],
      '2026-10-15',
      '昌市政办发〔2020〕16号',
    ],
  ] as const)(
    '%s, refused %s: %s %s by %j since %s',
    (county, refusedOn, state, step, issuers, since, document) => {
      const next = nextOrder(question({ ladder: ladders[county], refusedOn }));
      expect(next).toMatchObject({ state, step, issuers, since });
      expect(next.clause).toContain(document);
    },
  );
});

describe('what follows an order that was served and not obeyed', () => {
  test.each([
    ['qingtongxia', 'RETURN_ORDER', 'CRITICISM_EDUCATION', ['TOWNSHIP', 'EDUCATION']],
    ['qingtongxia', 'CRITICISM_EDUCATION', 'RECTIFICATION_ORDER', ['TOWNSHIP', 'EDUCATION']],
    ['qingtongxia', 'RECTIFICATION_ORDER', 'JUDICIAL_DOCUMENT', ['JUSTICE']],
    ['qingtongxia', 'JUDICIAL_DOCUMENT', 'LEGAL_LIABILITY', ['POLICE', 'PROCURATORATE', 'COURT']],
    ['changji', 'CRITICISM_EDUCATION', 'RETURN_ORDER', ['TOWNSHIP']],
    ['guling', 'RETURN_ORDER', 'CRITICISM_EDUCATION', ['TOWNSHIP']],
    ['guling', 'CRITICISM_EDUCATION', 'RECTIFICATION_ORDER', ['TOWNSHIP']],
    ['yinjiang', 'RECTIFICATION_ORDER', 'JUDICIAL_DOCUMENT', ['COURT', 'PROCURATORATE', 'JUSTICE']],
  ] as const)('%s: after %s comes %s by %j', (county, before, step, issuers) => {
    expect(nextOrder(question({ ladder: ladders[county], orders: [order(before)] }))).toMatchObject({
      state: 'DUE',
      reason: 'PRECEDING_NOT_OBEYED',
      step,
      issuers,
      since: '2026-10-23',
      afterOrderNumber: `N-${before}`,
    });
  });

  test.each<readonly [string, Partial<OrderFacts>, string, string, string | null]>([
    ['is not served', { servedOn: null }, 'WAITING', 'NOT_SERVED', null],
    ['is due today', { dueOn: '2026-11-20' }, 'WAITING', 'TIME_RUNNING', '2026-11-21'],
    ['was due yesterday', { dueOn: '2026-11-19' }, 'DUE', 'PRECEDING_NOT_OBEYED', null],
    ['was served on its day', { servedOn: '2026-10-22' }, 'DUE', 'PRECEDING_NOT_OBEYED', null],
    ['was served after its day', { servedOn: '2026-10-23' }, 'WAITING', 'SERVED_TOO_LATE', null],
    ['was obeyed', { compliedOn: '2026-10-20' }, 'NOTHING_DUE', 'COMPLIED', null],
    ['was withdrawn', { withdrawnOn: '2026-10-13' }, 'DUE', 'OUT_OF_SCHOOL', null],
  ])('the return order %s', (_what, change, state, reason, dueFrom) => {
    expect(nextOrder(question({ orders: [order('RETURN_ORDER', change)] }))).toMatchObject({
      state,
      reason,
      dueFrom,
    });
  });

  test('nothing follows the last step', () => {
    const orders = [order('RETURN_ORDER'), order('LEGAL_LIABILITY')];
    expect(nextOrder(question({ orders }))).toMatchObject({
      state: 'NOTHING_DUE',
      reason: 'LADDER_EXHAUSTED',
    });
  });
});

describe('the enrolment notice of a child who never enrolled', () => {
  const never = ofCase({ basis: 'NEVER_ENROLLED' });
  test.each<readonly [string, IsoDate | null, string, string, string | null, string | null]>([
    ['2026-08-16', parseIsoDate('2026-09-01'), 'WAITING', 'BEFORE_NOTICE_DAY', null, '2026-08-17'],
    ['2026-08-17', parseIsoDate('2026-09-01'), 'DUE', 'NOT_ENROLLED', '2026-08-17', null],
    ['2026-11-20', parseIsoDate('2026-09-01'), 'DUE', 'NOT_ENROLLED', '2026-08-17', null],
    ['2026-11-20', null, 'UNKNOWN', 'TERM_NOT_ANNOUNCED', null, null],
  ])('on %s with a term from %s: %s %s', (today, autumnStart, state, reason, since, dueFrom) => {
    expect(nextOrder(question({ ...never, today: parseIsoDate(today), autumnStart }))).toMatchObject({
      state,
      reason,
      since,
      dueFrom,
      step: 'ENROLMENT_NOTICE',
    });
  });

  test.each([
    ['qingtongxia', 'RETURN_ORDER'],
    ['changji', 'CRITICISM_EDUCATION'],
  ] as const)('%s: once its day has passed, %s follows without a visit', (county, step) => {
    const orders = [order('ENROLMENT_NOTICE')];
    expect(nextOrder(question({ ...never, ladder: ladders[county], orders }))).toMatchObject({
      state: 'DUE',
      step,
    });
  });
});

test('who came to school and was lost again needs no enrolment notice', () => {
  expect(
    nextOrder(question(ofCase({ basis: 'NEVER_ENROLLED', episode: 2, from: '2026-11-05' }))),
  ).toMatchObject({ state: 'DUE', step: 'RETURN_ORDER', since: '2026-11-05' });
});

describe('what ends or stops the ladder, although an order was not obeyed', () => {
  const orders = [order('RETURN_ORDER')];
  const standing = (named: 'IN_SCHOOL' | 'APPROVED_ABSENCE' | 'OUT_OF_SCOPE' | 'UNVERIFIED') => ({
    standing: { standing: named, since: '2026-11-01' },
  });
  test.each<readonly [string, Partial<LadderQuestion>, string, string, string | null]>([
    ['a return on the case', ofCase({ returnedOn: '2026-11-02' }), 'NOTHING_DUE', 'RETURNED', '2026-11-02'],
    ['a child found in school', standing('IN_SCHOOL'), 'NOTHING_DUE', 'RETURNED', '2026-11-01'],
    ['an approved absence', standing('APPROVED_ABSENCE'), 'NOTHING_DUE', 'APPROVED_ABSENCE', '2026-11-01'],
    [
      'a child beyond compulsory education',
      standing('OUT_OF_SCOPE'),
      'NOTHING_DUE',
      'NOT_COMPULSORY',
      '2026-11-01',
    ],
    ['a justified reason', { justifiedSince: '2026-11-05' }, 'NOTHING_DUE', 'JUSTIFIED_REASON', '2026-11-05'],
    ['a missing child', { missingSince: '2026-10-11' }, 'NOTHING_DUE', 'JUSTIFIED_REASON', '2026-10-11'],
    ['a closed case', ofCase({ closedOn: '2026-11-03' }), 'NOTHING_DUE', 'CASE_CLOSED', '2026-11-03'],
    ['a suspicion', ofCase({ state: 'SUSPECTED' }), 'WAITING', 'NOT_CONFIRMED', null],
    ['a child nobody has found', standing('UNVERIFIED'), 'UNKNOWN', 'NOT_VERIFIED', null],
    ['a register that is not known', { standing: null }, 'UNKNOWN', 'REGISTER_NOT_KNOWN', null],
  ])('%s', (_what, change, state, reason, since) => {
    expect(nextOrder(question({ orders, ...change }))).toMatchObject({ state, reason, since, step: null });
  });
});
