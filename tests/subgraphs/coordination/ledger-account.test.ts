import fc from 'fast-check';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { newChild } from '../../support/children.js';
import { areasOf, COUNTY, idsOnLedger } from './ledger.oracle.js';
import { ledgerReader, sum } from './ledger-reader.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
});
afterAll(() => agency.close());

const ledgerOf = ledgerReader(() => agency);

test.each(['COUNTY', 'TOWNSHIP', 'VILLAGE', 'SCHOOL', 'CLASS'] as const)(
  'every %s ledger is reconciled, and names each place once',
  async (scope) => {
    const areas = await areasOf(agency, scope);
    expect(areas.length).toBeGreaterThan(0);
    for (const code of areas.slice(0, 20)) {
      const { account, lines } = await ledgerOf(scope, code);
      const ids = await idsOnLedger(agency, scope, code);
      expect({ code, universe: account.universe, lines: lines.totalCount }).toEqual({
        code,
        universe: ids.length,
        lines: ids.length,
      });
      expect([account.isReconciled, sum(account.byResidence), sum(account.byStudy)]).toEqual([
        true,
        ids.length,
        ids.length,
      ]);
      for (const totals of [account.byResidence, account.byStudy]) {
        const places = totals.map(({ place, division, schoolCode }) =>
          [place, division?.code, schoolCode].join(),
        );
        expect(new Set(places).size).toBe(places.length);
      }
    }
  },
);

test("townships add up to the county's ledger, villages to their township's", async () => {
  const county = await ledgerOf('COUNTY', COUNTY);
  const townships = await areasOf(agency, 'TOWNSHIP');
  const universes = await Promise.all(
    townships.map(async (code) => (await ledgerOf('TOWNSHIP', code)).account.universe),
  );
  expect(universes.reduce((all, each) => all + each, 0)).toBe(county.account.universe);
  const [township = ''] = townships;
  const villages = (await areasOf(agency, 'VILLAGE')).filter((code) => code.startsWith(township));
  const ofVillages = await Promise.all(
    villages.map(async (code) => (await ledgerOf('VILLAGE', code)).account.universe),
  );
  expect(ofVillages.reduce((all, each) => all + each, 0)).toBe(universes[0]);
});

test('totals are what the register says, counted another way', async () => {
  const { account } = await ledgerOf('COUNTY', COUNTY);
  const [counted] = await agency.rows<Record<string, number>>(
    `select count(*) filter (where standing in ('OUT_OF_SCOPE', 'NOT_YET_COMPULSORY'))::int as "EXCLUDED",
       count(*) filter (where standing = 'IN_SCHOOL' and school_code is null)::int as "ELSEWHERE",
       count(*) filter (where standing = 'OUT_OF_SCHOOL' or standing = 'APPROVED_ABSENCE' and school_code is null)::int
         as "NOT_STUDYING",
       count(*) filter (where standing in ('UNVERIFIED', 'SUSPECTED') and school_code is null)::int as "NOT_VERIFIED",
       count(*) filter (where residence_division_code is null and residence_source is not null)::int as "OUTSIDE_COUNTY"
     from school_age_entry`,
  );
  const shown = Object.fromEntries(
    [...account.byStudy, ...account.byResidence]
      .filter(({ place }) => place !== 'SCHOOL' && place !== 'DIVISION')
      .map(({ place, children }) => [place, children]),
  );
  expect(shown).toEqual(counted);
  const schools = await agency.rows<{ schoolCode: string; children: number }>(
    `select school_code as "schoolCode", count(*)::int as children from school_age_entry
     where school_code is not null and standing not in ('OUT_OF_SCOPE', 'NOT_YET_COMPULSORY', 'OUT_OF_SCHOOL')
     group by 1 order by 1`,
  );
  expect(account.byStudy.filter(({ place }) => place === 'SCHOOL')).toEqual(
    schools.map((school) => ({ place: 'SCHOOL', ...school })),
  );
});

test('children of whom a group is not known are told apart from those who are not in it', async () => {
  const { account } = await ledgerOf('COUNTY', COUNTY, { kind: 'POOR_FAMILY_PUPILS' });
  const [{ undecided } = { undecided: 0 }] = await agency.rows<{ undecided: number }>(
    `select count(*)::int as undecided from school_age_entry
     where standing not in ('OUT_OF_SCOPE', 'NOT_YET_COMPULSORY')
       and not 'FINANCIAL_HARDSHIP' = any (focus_groups)
       and unknown_focus_groups::text like '%"FINANCIAL_HARDSHIP"%'`,
  );
  expect(undecided).toBeGreaterThan(0);
  expect(account.undecided).toBe(undecided);
});

describe('what breaks the account', () => {
  const KIND_OF_PLACE = {
    TOWNSHIP: 'RESIDENCE',
    VILLAGE: 'REGISTERED',
    SCHOOL: 'SCHOOL',
    CLASS: 'CLASS',
  } as const;

  test('a child that a register puts anywhere in the county and that has no line', async () => {
    const places = await Promise.all(
      (Object.keys(KIND_OF_PLACE) as (keyof typeof KIND_OF_PLACE)[]).map(async (scope) => ({
        scope,
        codes: await areasOf(agency, scope),
      })),
    );
    const place = fc
      .tuple(fc.constantFrom(...places), fc.nat())
      .map(([{ scope, codes }, at]) => ({ scope, code: codes[at % codes.length] ?? '' }));
    await fc.assert(
      fc.asyncProperty(place, async ({ scope, code }) => {
        const ledgers = async () => [
          (await ledgerOf(scope, code)).account,
          (await ledgerOf('COUNTY', COUNTY)).account,
        ];
        const before = await ledgers();
        const id = await newChild(agency, {});
        await agency.rows(
          `insert into student_scope (student_id, canonical_id, kind, code, origin) values (?, ?, ?, ?, 'TEST')`,
          id,
          id,
          KIND_OF_PLACE[scope],
          scope === 'TOWNSHIP' ? `${code}000` : code,
        );
        const after = await ledgers();
        await agency.rows('delete from student_scope where student_id = ?', id);
        expect(before.map(({ isReconciled }) => isReconciled)).toEqual([true, true]);
        expect(after.map(({ universe, isReconciled }) => [universe, isReconciled])).toEqual(
          before.map(({ universe }) => [universe + 1, false]),
        );
      }),
      { numRuns: 10, seed: 20_261_120 },
    );
  });

  test('a child that a register has named since the last comparison breaks nothing: the next one knows of it', async () => {
    const before = (await ledgerOf('COUNTY', COUNTY)).account;
    const id = await newChild(agency, {});
    await agency.rows(
      `insert into student_scope (student_id, canonical_id, kind, code, origin)
       values (?, ?, 'REGISTERED', '520625100200', 'CHANGE_FEED')`,
      id,
      id,
    );
    const { account } = await ledgerOf('COUNTY', COUNTY);
    await agency.rows('delete from student_scope where student_id = ?', id);
    expect(account).toEqual(before);
  });

  test('a line that is gone', async () => {
    const [id = ''] = await idsOnLedger(agency, 'COUNTY', COUNTY);
    const [row] = await agency.rows<{ row: object }>(
      'delete from school_age_entry entry where student_id = ? returning to_jsonb(entry) as row',
      id,
    );
    const { account } = await ledgerOf('COUNTY', COUNTY);
    expect(account.isReconciled).toBe(false);
    await agency.rows(
      'insert into school_age_entry select (jsonb_populate_record(null::school_age_entry, ?::jsonb)).*',
      JSON.stringify(row?.row),
    );
    expect((await ledgerOf('COUNTY', COUNTY)).account.isReconciled).toBe(true);
  });

  test('a child that has two lines', async () => {
    const [one = '', other = ''] = await idsOnLedger(agency, 'COUNTY', COUNTY);
    await agency.rows(
      `insert into student_link (member_id, canonical_id, tier, evidence, decided_by, decided_on)
       values (?, ?, 'ALIAS', '{}', 'test', '2026-11-20')`,
      one,
      other,
    );
    const { account } = await ledgerOf('COUNTY', COUNTY);
    expect([account.universe, account.isReconciled]).toEqual([sum(account.byStudy) - 1, false]);
    await agency.rows("delete from student_link where decided_by = 'test'");
  });
});
