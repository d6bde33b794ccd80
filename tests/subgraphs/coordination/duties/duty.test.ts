import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { elsewhere, inRole, withoutScope, type TestCaller } from '../../../support/callers.js';
import {
  bureau,
  clerk,
  DUTY_FIELDS,
  dutiesFor,
  inspector,
  office,
  police,
  reportOf,
  SCHOOL,
  townOf,
  type ShownDuty,
} from './duty-rows.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  // What the generated county handed in belongs to other tests.
  await agency.rows('delete from duty_record where place_code = ?', SCHOOL);
});
afterAll(() => agency.close());

let keys = 0;
const newKey = () => `duty-key-${(keys += 1)}`;
interface Payload {
  readonly duty: ShownDuty | null;
  readonly errors: readonly { readonly code: string; readonly field: string | null }[];
}
async function command(caller: TestCaller, name: string, input: object): Promise<Payload> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await agency.ask<Record<string, Payload>>(
    caller,
    `mutation ($input: ${type}!) { ${name}(input: $input) { duty { ${DUTY_FIELDS} } errors { code field } } }`,
    { input: { idempotencyKey: newKey(), ...input } },
  );
  expect(errors).toEqual([]);
  return data[name] as Payload;
}
const EVIDENCE = { kind: 'REPORT', number: '印江一小〔2026〕11号', issuer: 'SCHOOL', date: '2026-11-02' };
const submit = (month: string, change: object = {}, caller = clerk) =>
  command(caller, 'submitDuty', { dutyId: reportOf(month), evidence: EVIDENCE, ...change });
const codesOf = ({ errors }: Payload) => errors.map(({ code, field }) => `${code} ${field}`);
const stateOf = async (month: string, caller = clerk) =>
  (await dutiesFor(agency, caller, { duty: 'schoolMonthlyReport', from: '2026-01-01' })).find(
    ({ id }) => id === reportOf(month),
  )?.state;

describe('the monthly report of a school', () => {
  test('is overdue until it is handed in, then late by its days, then signed off by the bureau', async () => {
    expect(await stateOf('2026-09')).toBe('OVERDUE');
    const handedIn = await submit('2026-09', { figures: [{ name: 'LOST', value: 1 }], note: '本月流失一人' });
    expect(handedIn).toMatchObject({
      errors: [],
      duty: {
        state: 'SUBMITTED_LATE',
        dueOn: '2026-10-13',
        record: { version: 1, submittedBy: 'test:school-clerk', figures: [{ name: 'LOST', value: 1 }] },
      },
    });
    expect(handedIn.duty?.daysLate).toBeGreaterThan(0);
    expect(await stateOf('2026-09', bureau)).toBe('SUBMITTED_LATE');
    const signed = await command(bureau, 'signOffDuty', { dutyId: reportOf('2026-09'), version: 1 });
    expect(signed).toMatchObject({
      errors: [],
      duty: { state: 'SIGNED_OFF', record: { version: 2, signedOffBy: 'test:bureau-officer' } },
    });
    expect(await stateOf('2026-09')).toBe('SIGNED_OFF');
    const again = await command(bureau, 'signOffDuty', { dutyId: reportOf('2026-09'), version: 2 });
    expect(codesOf(again)).toEqual(['NOT_SUBMITTED dutyId']);
  });

  test('that is sent back is handed in again with its version, and keeps its first day', async () => {
    await submit('2026-08');
    const back = await command(bureau, 'returnDuty', {
      dutyId: reportOf('2026-08'),
      version: 1,
      reason: '缺少流出人数',
    });
    expect(back).toMatchObject({ errors: [], duty: { state: 'RETURNED', record: { version: 2 } } });
    await agency.rows(
      "update duty_record set first_submitted_on = '2026-09-01' where id = ?",
      reportOf('2026-08'),
    );
    expect(codesOf(await submit('2026-08'))).toEqual(['VERSION_STALE version']);
    expect(await submit('2026-08', { version: 2 })).toMatchObject({
      errors: [],
      duty: {
        state: 'SUBMITTED',
        daysLate: 0,
        record: { version: 3, firstSubmittedOn: '2026-09-01', returns: [{ reason: '缺少流出人数' }] },
      },
    });
  });

  test('is taken once for each key, and once in all', async () => {
    const idempotencyKey = newKey();
    const first = await submit('2026-07', { idempotencyKey });
    expect(await submit('2026-07', { idempotencyKey })).toEqual(first);
    const answers = await Promise.all([1, 2, 3].map(() => submit('2026-06')));
    expect(answers.flatMap(codesOf).toSorted()).toEqual([
      'ALREADY_SUBMITTED dutyId',
      'ALREADY_SUBMITTED dutyId',
    ]);
  });

  test.each([
    ['before its month has ended', '2027-01', {}, 'NOT_YET_OPEN dutyId'],
    ['of a month that is none', '2026-13', {}, 'NOT_FOUND dutyId'],
    [
      'with a document of tomorrow',
      '2026-05',
      { evidence: { ...EVIDENCE, date: '2099-01-01' } },
      'EVIDENCE_INVALID evidence',
    ],
    [
      'with a number of a person',
      '2026-05',
      { evidence: { ...EVIDENCE, number: '990625201301010011' } },
      'EVIDENCE_INVALID evidence',
    ],
    [
      'with a digest that is none',
      '2026-05',
      { evidence: { ...EVIDENCE, sha256: 'abc' } },
      'EVIDENCE_INVALID evidence',
    ],
    [
      'with a figure twice',
      '2026-05',
      { figures: [1, 2].map((value) => ({ name: 'LOST', value })) },
      'FIGURE_INVALID figures',
    ],
    ['with fewer than none', '2026-05', { figures: [{ name: 'LOST', value: -1 }] }, 'FIGURE_INVALID figures'],
    ['with a telephone number', '2026-05', { note: '家长电话 13800138000' }, 'TEXT_INVALID note'],
  ])('is not taken %s', async (_what, month, change, fault) => {
    expect(codesOf(await submit(month, change))).toEqual([fault]);
  });

  test('is handed in by the school alone, and received by nobody but the bureau', async () => {
    expect(codesOf(await submit('2026-05', {}, bureau))).toEqual(['NOT_YOUR_DUTY dutyId']);
    expect(codesOf(await submit('2026-05', {}, elsewhere(clerk)))).toEqual(['NOT_FOUND dutyId']);
    await submit('2026-05');
    const input = { dutyId: reportOf('2026-05'), version: 1 };
    for (const caller of [clerk, police, office, inspector])
      expect(codesOf(await command(caller, 'signOffDuty', input))).toEqual(['NOT_RECEIVER dutyId']);
    expect(codesOf(await command(elsewhere(bureau), 'signOffDuty', input))).toEqual(['NOT_FOUND dutyId']);
    // Who holds both posts does not check their own work.
    const both = {
      ...inRole(bureau, 'school-clerk'),
      jurisdiction: [...clerk.jurisdiction, ...bureau.jurisdiction],
    };
    expect(codesOf(await command(both, 'signOffDuty', input))).toEqual(['OWN_RECORD dutyId']);
    expect(codesOf(await command(bureau, 'returnDuty', { ...input, reason: '?' }))).toEqual([
      'TEXT_INVALID reason',
    ]);
    expect(codesOf(await command(bureau, 'signOffDuty', { ...input, version: 7 }))).toEqual([
      'VERSION_STALE version',
    ]);
  });
});

test('a standing duty is recorded for the day on which it was done, and is never late', async () => {
  const input = { evidence: { ...EVIDENCE, issuer: 'LEADING_GROUP', kind: 'MINUTES' } };
  const on = (day: string) => ({ ...input, dutyId: `conference:${day}:LEADING_GROUP:520625` });
  expect(await command(office, 'submitDuty', on('2026-11-10'))).toMatchObject({
    errors: [],
    duty: { state: 'SUBMITTED', dueOn: null, daysLate: null, period: '2026-11-10' },
  });
  expect(codesOf(await command(office, 'submitDuty', on('2099-11-10')))).toEqual(['PERIOD_INVALID dutyId']);
  expect(codesOf(await command(office, 'submitDuty', on('2026-02-30')))).toEqual(['NOT_FOUND dutyId']);
  const listed = await dutiesFor(agency, bureau, { duty: 'conference' });
  expect(listed.map(({ period, state }) => [period, state])).toEqual([['2026-11-10', 'SUBMITTED']]);
});

test.each([
  '',
  'x',
  'conference:2026-11-10:LEADING_GROUP:abc',
  'conference:2026-11-10:NOBODY:520625',
  'conference:2026-11-10:POLICE:520625',
  'conference:2026-11-10:LEADING_GROUP:520625000000',
  'none:2026-11:SCHOOL:2152000099',
])('an id such as "%s" names no duty', async (dutyId) => {
  const input = { dutyId, evidence: EVIDENCE };
  expect(codesOf(await command(office, 'submitDuty', input))).toEqual(['NOT_FOUND dutyId']);
});

test('what was handed in under a document that is gone stays on the list', async () => {
  await agency.rows(
    `insert into duty_record (id, duty, kind, body, period, period_from, place_kind, place_code, division_code,
       first_submitted_on, submitted_on, submitted_by, evidence_kind, evidence_number, evidence_issuer, evidence_date,
       figures, last_step, returns, version)
     values ('formerDuty:2026-10:POLICE:520625', 'formerDuty', 'REPORT', 'POLICE', '2026-10', '2026-10-01', 'COUNTY', '520625',
       '520625', '2026-11-01', '2026-11-01', 'test', 'REPORT', '1号', 'POLICE', '2026-11-01', '[]', 'SUBMITTED', '[]', 1)`,
  );
  const listed = await dutiesFor(agency, police, { duty: 'formerDuty' });
  expect(listed.map(({ state, dueOn }) => [state, dueOn])).toEqual([['SUBMITTED', null]]);
});

describe('who sees what', () => {
  test('a school sees its own duties and nobody else’s', async () => {
    const places = (await dutiesFor(agency, clerk)).map(({ place }) => place.code);
    expect(new Set(places)).toEqual(new Set([SCHOOL]));
  });

  test('a township sees its own, its villages’ and its schools’', async () => {
    const period = { from: '2026-08-01', to: '2026-12-31' };
    const all = await dutiesFor(agency, bureau, period);
    const town = all.find(({ place }) => place.kind === 'TOWNSHIP')?.place.code ?? '';
    const sites = await agency.rows<{ code: string; division: string }>(
      'select code, division_code as division from school_site',
    );
    const isInTown = ({ place: { kind, code } }: ShownDuty) =>
      kind === 'SCHOOL'
        ? sites.some((site) => site.code === code && site.division.startsWith(town))
        : code.startsWith(town);
    const own = await dutiesFor(agency, townOf(town), period);
    expect(own.length).toBeGreaterThan(0);
    expect(own.map(({ id }) => id)).toEqual(all.filter(isInTown).map(({ id }) => id));
    expect(await dutiesFor(agency, bureau, { ...period, division: town })).toEqual(own);
  });

  test('the earliest due come first, and another area, or none, holds nothing', async () => {
    const days = (await dutiesFor(agency, bureau)).flatMap(({ dueOn }) => dueOn ?? []);
    expect(days).toEqual(days.toSorted());
    for (const caller of [elsewhere(bureau), { ...bureau, jurisdiction: [] }])
      expect(await dutiesFor(agency, caller)).toEqual([]);
  });

  test('each right is asked for', async () => {
    for (const [scope, operation] of [
      ['coordination.duty.read', '{ duties { totalCount } }'],
      ['coordination.duty.read', '{ dutyReport { from } }'],
      [
        'coordination.duty.sign-off',
        'mutation { signOffDuty(input: {idempotencyKey: "12345678", dutyId: "x", version: 1}) { errors { code } } }',
      ],
    ] as const) {
      const { errors } = await agency.ask(withoutScope(bureau, scope), operation);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
  });

  test('a stretch of more than three years, or one that ends before it begins, is refused', async () => {
    for (const filter of [
      '{from: "2020-01-01", to: "2026-01-01"}',
      '{from: "2026-02-01", to: "2026-01-01"}',
    ]) {
      const { errors } = await agency.ask(bureau, `{ duties(filter: ${filter}) { totalCount } }`);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  });
});

describe('the report to the inspection office', () => {
  const ask = async () => {
    const { data } = await agency.ask<{
      dutyReport: {
        areSchoolsKnown: boolean;
        duties: readonly (Record<string, number> & { duty: string })[];
      };
    }>(
      inspector,
      `{ dutyReport { areSchoolsKnown duties { duty total notYetOpen due overdue submitted late signedOff returned unknown } } }`,
    );
    return data.dutyReport;
  };

  test('counts every duty of the list, each in one place', async () => {
    const listed = await dutiesFor(agency, inspector);
    const { areSchoolsKnown, duties } = await ask();
    expect(areSchoolsKnown).toBe(true);
    for (const count of duties) {
      const own = listed.filter(({ duty }) => duty === count.duty);
      expect(count['total']).toBe(own.length);
      expect(count['overdue']).toBe(own.filter(({ state }) => state === 'OVERDUE').length);
      expect(count['submitted']).toBe(own.filter(({ record }) => record).length);
    }
    const reports = duties.find(({ duty }) => duty === 'schoolMonthlyReport');
    expect(reports?.['late']).toBeGreaterThan(0);
    expect(reports?.['overdue']).toBeGreaterThan(0);
    expect(reports?.['signedOff']).toBeGreaterThan(0);
  });

  test('says so when nobody has told which schools there are', async () => {
    await agency.rows('delete from school_site');
    const { areSchoolsKnown, duties } = await ask();
    expect(areSchoolsKnown).toBe(false);
    expect(duties.some(({ duty }) => duty === 'countyQuarterlyRecheck')).toBe(true);
  });
});
