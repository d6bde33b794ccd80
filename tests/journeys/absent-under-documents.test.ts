import { of } from '../subgraphs/coordination/casework/case-harness.js';
import { operation, startAbsentPupil, type AbsentPupil } from './absent-pupil.js';
import type { Place } from './documents.js';
import { schoolDaysBetween } from './school-year.js';

const PATIENCE_MS = 300_000;
const EVERYWHERE: readonly Place[] = ['changji', 'qingtongxia', 'yinjiang', 'district', 'guling', 'trial'];
const BACK_ON = '2026-12-07';

type View = Awaited<ReturnType<AbsentPupil['seen']>>;
interface Answers {
  readonly afterTwoDays: ReadonlyMap<Place, View>;
  readonly afterAWeek: ReadonlyMap<Place, View>;
  readonly reported: ReadonlyMap<Place, View>;
  readonly called: ReadonlyMap<Place, View>;
  readonly inCharge: ReadonlyMap<Place, InCharge>;
  readonly followedUpOn: ReadonlyMap<Place, string | null>;
}
/** One child on its way out of school and back, asked about at every station under each document in turn. */
let answers: Answers;
let absent: AbsentPupil;
beforeAll(async () => {
  absent = await startAbsentPupil();
  answers = await walk();
}, PATIENCE_MS);
afterAll(() => absent?.year.close());

async function underEach<Answer>(
  ask: () => Promise<Answer>,
  places: readonly Place[] = EVERYWHERE,
): Promise<Map<Place, Answer>> {
  const found = new Map<Place, Answer>();
  for (const place of places) {
    absent.year.under(place);
    found.set(place, await ask());
  }
  absent.year.under('yinjiang');
  return found;
}

async function walk(): Promise<Answers> {
  const { year, clerk, township, sheets, about, marked, broughtBack, theCase, seen } = absent;
  await sheets(schoolDaysBetween('2026-11-23', '2026-11-24'), false);
  const afterTwoDays = await underEach(seen);
  await sheets(schoolDaysBetween('2026-11-25', '2026-11-30'), false);
  const afterAWeek = await underEach(seen);

  // The school writes to the township and to nobody else, and calls in no inspector.
  await sheets(schoolDaysBetween('2026-12-01', '2026-12-03'), false);
  const report = { ...about(), leftOn: '2026-11-23', recipients: ['TOWNSHIP'] };
  await year.command(clerk, operation('SubmitDropoutReport'), report);
  await marked('DROPPED_OUT', '2026-12-03');
  const reported = await underEach(seen);
  year.under('qingtongxia');
  await year.command(clerk, operation('RecordInspectorCall'), { ...about(), calledOn: '2026-12-03' });
  const called = await underEach(seen);

  await year.command(township, operation('OpenCase'), { ...about(), basis: 'ABSENT', knownOn: '2026-12-03' });
  await year.compare();
  await year.command(township, operation('RecordPersuasionVisit'), {
    ...of(await theCase()),
    visitedOn: '2026-12-03',
    participants: ['TOWNSHIP_OFFICER'],
    place: 'HOME',
    met: ['FATHER'],
    result: 'REFUSED',
    nextVisitOn: '2026-12-10',
  });
  const inCharge = await underEach(whoIsInCharge);

  await broughtBack(BACK_ON);
  await sheets(schoolDaysBetween(BACK_ON, '2026-12-11'), true);
  const followUp = async () => {
    await year.compare();
    return (await theCase()).nextDueOn;
  };
  return {
    afterTwoDays,
    afterAWeek,
    reported,
    called,
    inCharge,
    followedUpOn: await underEach(followUp, ['yinjiang', 'trial']),
  };
}

interface InCharge {
  readonly roles: readonly string[];
  readonly next: string;
}
async function whoIsInCharge(): Promise<InCharge> {
  const { student } = await absent.year.query<{
    student: {
      responsibility: { roles: readonly { role: string; bodies: readonly string[] }[] };
      casework: { cases: readonly { nextOrder: { step: string | null; issuers: readonly string[] } }[] };
    };
  }>(
    absent.bureau,
    `query ($id: ID!) { student(id: $id) {
      responsibility { roles { role bodies } } casework { cases { nextOrder { step issuers } } } } }`,
    { id: absent.pupil.studentId },
  );
  const [current] = student.casework.cases;
  return {
    roles: student.responsibility.roles.map(({ role, bodies }) => `${role} ${bodies.join('|')}`),
    next: `${current?.nextOrder.step} by ${current?.nextOrder.issuers.join('|')}`,
  };
}

/** 无故三天 and 超过一个星期 (青政办发〔2018〕49号): the third school day, the eighth day. No other document counts days. */
const DAYS = {
  CONTACT_GUARDIAN: '2026-11-23 until 2026-11-24',
  MARK_SUSPECTED_DROPOUT: '2026-11-25 until 2026-11-26',
  REPORT_TO_TOWNSHIP: '2026-11-30 until 2026-12-01',
  REPORT_TO_EDUCATION_BUREAU: '2026-11-30 until 2026-12-01',
  MARK_DROPPED_OUT: '2026-11-30 until 2026-12-01',
};

test.each<[Place, Readonly<Record<string, string>>]>([
  ['changji', DAYS],
  // 第一时间会同责任督学: by this document alone the school calls in its inspector.
  ['qingtongxia', { ...DAYS, CALL_INSPECTOR: '2026-11-25 until 2026-11-26' }],
  ['yinjiang', DAYS],
  ['district', DAYS],
  ['guling', DAYS],
  // On trial: two school days, more than three days, and the bureau alone.
  [
    'trial',
    {
      CONTACT_GUARDIAN: '2026-11-23 until 2026-11-24',
      MARK_SUSPECTED_DROPOUT: '2026-11-24 until 2026-11-25',
      REPORT_TO_EDUCATION_BUREAU: '2026-11-26 until 2026-11-27',
      MARK_DROPPED_OUT: '2026-11-26 until 2026-11-27',
    },
  ],
])('by the document of %s a school has to do what it names, on its days', (place, days) => {
  expect(answers.afterAWeek.get(place)?.days).toEqual(days);
  const early = Object.keys(answers.afterTwoDays.get(place)?.days ?? {});
  expect(early.includes('MARK_SUSPECTED_DROPOUT')).toBe(place === 'trial');
});

/** It told the township alone, too late, and marked the child once, too late as well. */
const LEFT_OUT = [
  'OMITTED REPORT_TO_EDUCATION_BUREAU',
  'LATE MARK_SUSPECTED_DROPOUT',
  'LATE REPORT_TO_TOWNSHIP',
  'LATE MARK_DROPPED_OUT',
];
test.each<[Place, readonly string[]]>([
  ['changji', LEFT_OUT],
  ['qingtongxia', LEFT_OUT],
  ['yinjiang', LEFT_OUT],
  ['district', LEFT_OUT],
  ['guling', LEFT_OUT],
  // The township need not be told there.
  ['trial', LEFT_OUT.filter((each) => !each.includes('TOWNSHIP'))],
])('by the document of %s what the school left out or did late is found', (place, violations) => {
  expect(answers.reported.get(place)?.violations).toEqual(violations);
});

test('where the inspector is to be called in it is overdue until that is done, late; elsewhere it is nothing that is owed', () => {
  const call = (views: ReadonlyMap<Place, View>) =>
    EVERYWHERE.map((place) => [place, views.get(place)?.duties['CALL_INSPECTOR']]).filter(
      ([, state]) => state,
    );
  expect(call(answers.reported)).toEqual([['qingtongxia', 'OVERDUE']]);
  expect(call(answers.called)).toEqual([['qingtongxia', 'DONE_LATE']]);
});

const LAW = 'RETURN_ORDER by TOWNSHIP|EDUCATION';
test.each<[Place, InCharge]>([
  ['changji', { roles: [], next: 'CRITICISM_EDUCATION by TOWNSHIP' }],
  ['qingtongxia', { roles: ['FIRST TOWNSHIP', 'DIRECT PRINCIPAL'], next: LAW }],
  ['yinjiang', { roles: ['FIRST COUNTY_PARTY_AND_GOVERNMENT'], next: LAW }],
  ['district', { roles: ['FIRST VILLAGE', 'DIRECT PRINCIPAL'], next: LAW }],
  ['guling', { roles: ['FIRST PRINCIPAL', 'SUPERVISOR VILLAGE_RESIDENT_LEADER'], next: LAW }],
  ['trial', { roles: [], next: LAW }],
])(
  'by the document of %s it is said who answers for a child whose parents refuse, and who acts',
  (place, is) => {
    expect(answers.inCharge.get(place)).toEqual(is);
  },
);

test.each<[Place, string]>([
  ['yinjiang', '2027-01-06'],
  ['trial', '2026-12-22'],
])('by the document of %s a child that came back on 7 December is looked for again on %s', (place, day) => {
  expect(answers.followedUpOn.get(place)).toBe(day);
});
