import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readMapping } from '../../../subgraphs/_kit/import/column-mapping.js';
import { suspectedPupilsList } from '../../../subgraphs/coordination/imports/suspected-pupils.list.js';
import type { ImportedList } from '../../../subgraphs/_kit/import/import-definition.js';
import { residentsList } from '../../../subgraphs/police/imports/residents.list.js';
import { office } from '../../subgraphs/coordination/coordination-callers.js';
import { TODAY } from '../../subgraphs/coordination/decisions/difference-rows.js';
import { importInto } from '../../subgraphs/_kit/import/import-harness.js';
import { csvOfRows, listRow, type ListRow } from '../../subgraphs/_kit/import/list-file.js';
import { makeTemporaryFolder } from '../../support/temporary-folder.js';
import { TEST_NOW } from '../../support/test-settings.js';
import { within } from '../../support/within.js';
import { startComparedAgencies, type ComparedAgencies } from './compared-agencies.js';

const PATIENCE_MS = 240_000;
const RUN_MS = 100_000;
const LOOK_EVERY_MS = 50;
const SEVERAL_LOOKS_MS = 20 * LOOK_EVERY_MS;
const REFERENCES = new Map(
  ['formerResidentIdNumbers', 'cancelledOn', 'cancelReason'].map((key) => [key, '']),
);

let time = TEST_NOW;
let hub: ComparedAgencies;
let folder: string;
beforeAll(async () => {
  folder = makeTemporaryFolder('hub-followed-');
  hub = await startComparedAgencies({ changesEveryMs: LOOK_EVERY_MS, now: () => time });
  const [latest] = await hub
    .of('coordination')
    .rows<{ at: Date }>('select max(requested_at) as at from comparison_run');
  time = new Date(new Date(latest?.at ?? TEST_NOW).getTime() + 1000);
}, PATIENCE_MS);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await hub?.close();
});

const aMinutePasses = () => (time = new Date(time.getTime() + 60_000));
/** Those that the change feeds asked for. */
const runs = () =>
  hub
    .of('coordination')
    .rows<{ state: string }>(
      "select state from comparison_run where requested_by = 'change-feed' order by requested_at",
    );
/** By whose word the child is within reach at an agency. */
async function originsAt(agency: string, id: string): Promise<string[]> {
  const rows = await hub
    .of(agency)
    .rows<{ origin: string }>(
      'select distinct origin from student_scope where student_id = ? order by 1',
      id,
    );
  return rows.map(({ origin }) => origin);
}
const hasAny = ({ length }: readonly string[]) => length > 0;
const isOfRun = (origins: readonly string[]) => origins.join() === 'SCHOOL_AGE_REGISTER';

async function importRow(agency: string, list: ImportedList, row: ListRow): Promise<void> {
  const path = join(folder, `${list.list}-${randomUUID()}.csv`);
  writeFileSync(path, csvOfRows([row], readMapping(`subgraphs/${agency}/imports/${list.list}.yaml`, list)));
  const outcome = await importInto(hub.of(agency), agency, { list, path, isComplete: false });
  expect(outcome).toMatchObject({ state: 'COMMITTED', rejected: 0 });
}

/** @returns id of a child whom only the police know */
async function importedChild(serial: number): Promise<string> {
  const row = listRow(residentsList, serial, REFERENCES);
  await importRow('police', residentsList, row);
  const [stored] = await hub
    .of('police')
    .rows<{ id: string }>('select student_id as id from resident where source_key = ?', row['recordNumber']);
  return stored?.id ?? '';
}

test(
  'what one agency imports reaches every other one ahead of the next run, which then takes it in',
  async () => {
    const child = await importedChild(1);
    expect(await originsAt('police', child)).toEqual(['LOCAL']);
    for (const agency of ['education', 'poverty', 'coordination'])
      expect(await within(RUN_MS, () => originsAt(agency, child), hasAny)).toEqual(['CHANGE_FEED']);
    // The latest run began a second ago.
    expect(await runs()).toEqual([]);

    aMinutePasses();
    for (const agency of ['education', 'poverty', 'coordination'])
      expect(await within(RUN_MS, () => originsAt(agency, child), isOfRun)).toEqual(['SCHOOL_AGE_REGISTER']);
    expect(await runs()).toEqual([{ state: 'COMPLETED' }]);

    aMinutePasses();
    await delay(SEVERAL_LOOKS_MS);
    expect(await runs()).toHaveLength(1);
  },
  PATIENCE_MS,
);

test(
  'what the national platform sends down is compared by itself too',
  async () => {
    aMinutePasses();
    const before = (await runs()).length;
    await importRow('coordination', suspectedPupilsList, listRow(suspectedPupilsList, 7, new Map()));
    const after = await within(
      RUN_MS,
      runs,
      (all) => all.length > before && all.at(-1)?.state === 'COMPLETED',
    );
    expect(after.slice(before)).toEqual([{ state: 'COMPLETED' }]);
  },
  PATIENCE_MS,
);

test(
  'once a child is placed on return, its standing rests on the open case no longer',
  async () => {
    aMinutePasses();
    const before = (await runs()).length;
    const coordination = hub.of('coordination');
    const [out] = await coordination.rows<{
      caseNumber: string;
      version: number;
      id: string;
      school: string;
    }>(
      `select open.case_number as "caseNumber", open.version, entry.student_id as id, open.school_code as school
       from dropout_case open join school_age_entry entry on entry.student_id = open.student_id
       where entry.standing_basis = 'OPEN_CASE' and open.state in ('CONFIRMED', 'PERSUADING') and open.school_code is not null
       order by open.case_number limit 1`,
    );
    const basis = async () => {
      const [entry] = await coordination.rows<{ basis: string }>(
        'select standing_basis as basis from school_age_entry where student_id = ?',
        out?.id,
      );
      return entry?.basis;
    };
    expect(await basis()).toBe('OPEN_CASE');
    const { data } = await coordination.ask(
      office,
      `mutation ($input: RecordReturnPlacementInput!) {
         recordReturnPlacement(input: $input) { case { state } errors { code } } }`,
      {
        input: {
          idempotencyKey: randomUUID(),
          caseNumber: out?.caseNumber,
          expectedVersion: out?.version,
          placedOn: TODAY,
          mode: 'OWN_CLASS',
          schoolCode: out?.school,
        },
      },
    );
    expect(data).toEqual({ recordReturnPlacement: { case: { state: 'RETURNED' }, errors: [] } });
    const after = await within(RUN_MS, basis, (now) => now !== 'OPEN_CASE');
    expect(['OPEN_CASE', undefined]).not.toContain(after);
    expect((await runs()).slice(before)).toEqual([{ state: 'COMPLETED' }]);

    aMinutePasses();
    await delay(SEVERAL_LOOKS_MS);
    expect((await runs()).slice(before)).toHaveLength(1);
  },
  PATIENCE_MS,
);

test.each(['police', 'coordination'])(
  'a feed of %s that does not go on from where it was read is news too',
  async (agency) => {
    aMinutePasses();
    const before = (await runs()).length;
    await hub.change(agency, 'update change_feed set cleared_version = version + 5, version = version + 5');
    const after = await within(
      RUN_MS,
      runs,
      (all) => all.length > before && all.at(-1)?.state === 'COMPLETED',
    );
    expect(after.slice(before)).toEqual([{ state: 'COMPLETED' }]);
  },
  PATIENCE_MS,
);
