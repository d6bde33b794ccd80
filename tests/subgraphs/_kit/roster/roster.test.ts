import { createHash } from 'node:crypto';
import { ROSTER_PATH } from '../../../../subgraphs/_kit/roster/roster-line.js';
import { loadAgency } from '../../../../subgraphs/index.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { newChild } from '../../../support/children.js';
import { rosterClientOf } from '../../../support/service.js';
import { within } from '../../../support/within.js';
import { addPermits } from '../../police/police-rows.js';
import { newRun, readAll, serviceEntries, sixteenRanges, WHOLE } from './roster-runs.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('police');
});
afterAll(() => agency?.close());

const roster = () => rosterClientOf(agency);

async function pinned(registers?: readonly string[]): Promise<string> {
  const run = newRun();
  await roster().pinRoster('police', run, registers);
  return run;
}

const lineOf = async (run: string, id: string) => {
  const lines = await readAll(roster(), agency, run, { from: id, to: '' });
  return lines.find(({ studentId }) => studentId === id);
};

test('a child is told by its rows, table by table, and by no other columns than those that leave', async () => {
  const child = await newChild(agency);
  await addPermits(agency, child, '520625001001', '2027-01-31', '2027-06-30');
  await agency.rows(
    `insert into guardian (student_id, name, relation, is_legal_guardian, is_actual_guardian, guardian_id)
     values (?, '王五', 'FATHER', true, true, null), (?, '赵六', 'MOTHER', true, true, 'guardianguardianguardianaa')`,
    child,
    child,
  );
  const run = await pinned();
  expect(await lineOf(run, child)).toEqual({
    canonicalId: child,
    studentId: child,
    rows: {
      guardian: [{ guardianId: 'guardianguardianguardianaa' }],
      residence_permit: [
        { issuedOn: '2026-01-31', expiresOn: '2027-01-31', addressDivisionCode: '520625001001' },
        { issuedOn: '2026-06-30', expiresOn: '2027-06-30', addressDivisionCode: '520625001001' },
      ],
    },
  });
});

test('a pin names the registers as they stand, and every id of which they say something is in the roster once', async () => {
  const run = newRun();
  const answer = await roster().pinRoster('police', run);
  const lines = await readAll(roster(), agency, run);
  expect(answer.registers.map(({ code }) => code)).toEqual(
    (await loadAgency('police')).registers.map(({ code }) => code),
  );
  expect(answer.registers[0]).toEqual({
    code: 'RESIDENTS',
    version: 1,
    asOf: '2026-11-19T16:00:00.000Z',
    loadedAt: '2026-11-19T16:00:00.000Z',
    source: expect.any(String) as string,
    staleAfterDays: expect.any(Number) as number,
    covers: expect.any(Array) as string[],
    division: '520625',
  });
  const ids = lines.map(({ studentId }) => studentId);
  expect(answer.rows).toBe(lines.length);
  expect(new Set(ids).size).toBe(lines.length);
  const known = await agency.rows<{ id: string }>('select distinct student_id as id from resident');
  expect(ids).toEqual(expect.arrayContaining(known.map(({ id }) => id)));
});

test('ids of one child stand together under its canonical id, in the order of their bytes', async () => {
  const [first, second] = [await newChild(agency), await newChild(agency)].sort();
  if (!first || !second) throw new Error('There are no children.');
  await agency.rows('update student_scope set canonical_id = ? where student_id = ?', second, first);
  await addPermits(agency, first, '520625001001', '2027-01-31');
  await addPermits(agency, second, '520625001001', '2027-01-31');
  const lines = await readAll(roster(), agency, await pinned());
  const keys = lines.map(({ canonicalId, studentId }) => `${canonicalId} ${studentId}`);
  expect(keys).toEqual(keys.toSorted());
  expect(keys).toContain(`${second} ${first}`);
  expect(keys.indexOf(`${second} ${second}`)).toBe(keys.indexOf(`${second} ${first}`) + 1);
});

test('sixteen ranges are together the whole, a bound itself belongs to the range that it begins', async () => {
  const run = await pinned();
  const whole = await readAll(roster(), agency, run);
  const parts = [];
  for (const range of sixteenRanges()) parts.push(await readAll(roster(), agency, run, range));
  expect(parts.flat()).toEqual(whole);
  const bound = whole[10]?.canonicalId ?? '';
  expect((await readAll(roster(), agency, run, { from: bound, to: '' }))[0]?.canonicalId).toBe(bound);
  const before = await readAll(roster(), agency, run, { from: '', to: bound });
  expect(before.map(({ canonicalId }) => canonicalId)).not.toContain(bound);
});

test('more children than one page holds come whole, each once', async () => {
  await agency.rows(`insert into border_exit (student_id, left_on, destination)
    select rpad(translate(to_hex(n), '0189', 'ghij'), 26, 'z'), '2026-01-01', 'ABROAD' from generate_series(1, 4500) n`);
  const run = await pinned(['BORDER_EXITS']);
  const lines = await readAll(roster(), agency, run);
  expect(lines.length).toBeGreaterThanOrEqual(4500);
  expect(new Set(lines.map(({ studentId }) => studentId)).size).toBe(lines.length);
});

test('a pinned register stays as it was until the run is closed, whatever is written meanwhile', async () => {
  const child = await newChild(agency);
  await addPermits(agency, child, '520625001001', '2027-01-31');
  const run = newRun();
  const answer = await roster().pinRoster('police', run);
  const before = await readAll(roster(), agency, run);
  await agency.rows('delete from residence_permit where student_id = ?', child);
  await agency.rows(`update register set version = version + 1 where code = 'RESIDENCE_PERMITS'`);
  expect(await readAll(roster(), agency, run)).toEqual(before);
  expect(await roster().pinRoster('police', run)).toEqual(answer);
  expect(await lineOf(await pinned(), child)).toBeUndefined();
});

test('two calls that pin one run at the same time get one answer', async () => {
  const run = newRun();
  const [one, other] = await Promise.all([
    roster().pinRoster('police', run),
    roster().pinRoster('police', run),
  ]);
  expect(one).toEqual(other);
});

test('only the registers that were asked for leave, and of them only those that were ever loaded', async () => {
  await agency.rows(`delete from register where code = 'LEGAL_CUSTODY'`);
  const run = newRun();
  const asked = ['BORDER_EXITS', 'LEGAL_CUSTODY'];
  const { registers } = await roster().pinRoster('police', run, asked);
  expect(registers.map(({ code }) => code)).toEqual(['BORDER_EXITS']);
  const tables = (await readAll(roster(), agency, run)).flatMap(({ rows }) => Object.keys(rows));
  expect([...new Set(tables)]).toEqual(['border_exit']);
  await expect(roster().pinRoster('police', run)).rejects.toMatchObject({ cause: { status: 409 } });
  expect((await roster().pinRoster('police', run, asked.toReversed())).registers).toEqual(registers);
});

test('every range has an entry in the access log with its columns, its count and the digest of its lines', async () => {
  const run = await pinned(['BORDER_EXITS']);
  const lines = await readAll(roster(), agency, run);
  const entries = await serviceEntries(agency, ROSTER_PATH);
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  expect(entries.at(-1)).toMatchObject({
    purpose: 'REGISTER_COMPARISON',
    fields: ['border_exit.leftOn'],
    children: [],
    bulk: {
      question: { action: 'read', run, from: '', to: '' },
      rows: lines.length,
      digest: createHash('sha256').update(text).digest('hex'),
      isComplete: true,
    },
  });
});

test('a reader that goes in the middle is recorded with what it got', async () => {
  const run = await pinned();
  for await (const line of roster().readRoster('police', run, WHOLE)) {
    expect(line.studentId).toHaveLength(26);
    break;
  }
  const ofRun = async () =>
    (await serviceEntries(agency, ROSTER_PATH)).filter(({ bulk }) => bulk?.question['run'] === run);
  expect(await within(10_000, ofRun, (entries) => entries.length > 0)).toHaveLength(1);
});

test('a closed run has no roster any more, and closing it again is no failure', async () => {
  const run = await pinned();
  await roster().closeRoster('police', run);
  await roster().closeRoster('police', run);
  await expect(readAll(roster(), agency, run)).rejects.toMatchObject({ problem: 'REFUSED' });
  expect(await agency.rows('select from roster_row where run = ?', run)).toEqual([]);
});
