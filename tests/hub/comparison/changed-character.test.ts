import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createStudentIdentifier } from '../../../subgraphs/_kit/identity/student-id.js';
import { readMapping } from '../../../subgraphs/_kit/import/column-mapping.js';
import type { ImportedList } from '../../../subgraphs/_kit/import/import-definition.js';
import { agencyKeys } from '../../../cli/processes/agency-keys.js';
import { inService } from '../../../subgraphs/coordination/comparison/run/run-tools.js';
import {
  countOpenDiscrepancies,
  readLedgerLines,
} from '../../../subgraphs/coordination/ledger/ledger-lines.js';
import { studentStatusList } from '../../../subgraphs/education/imports/student-status.list.js';
import { residentsList } from '../../../subgraphs/police/imports/residents.list.js';
import { importInto } from '../../subgraphs/_kit/import/import-harness.js';
import { csvOfRows, listRow, type ListRow } from '../../subgraphs/_kit/import/list-file.js';
import { makeTemporaryFolder } from '../../support/temporary-folder.js';
import { testSettings } from '../../support/test-settings.js';
import { startComparedAgencies, type ComparedAgencies } from './compared-agencies.js';

const PATIENCE_MS = 240_000;
const SERIALS = [1, 2, 3];
const CHANGED = 2;
const RECORD = `recordNumber${CHANGED}`;

let hub: ComparedAgencies;
let folder: string;
let references: ReadonlyMap<string, string>;
beforeAll(async () => {
  hub = await startComparedAgencies();
  folder = makeTemporaryFolder('hub-changed-');
  const [school] = await hub
    .of('education')
    .rows<{ code: string }>(
      "select school_code as code from student_status where status = 'ENROLLED' order by 1 limit 1",
    );
  references = new Map([
    ['schoolCode', school?.code ?? ''],
    ['classCode', ''],
    ['formerResidentIdNumbers', ''],
    ['previousNumbers', ''],
    ['cancelledOn', ''],
    ['cancelReason', ''],
    ['leftOn', ''],
  ]);
}, PATIENCE_MS);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await hub?.close();
});

const pupils = () => SERIALS.map((serial) => listRow(studentStatusList, serial, references));

let files = 0;
async function imported(agency: string, list: ImportedList, rows: readonly ListRow[]): Promise<void> {
  const path = join(folder, `${(files += 1)}.csv`);
  writeFileSync(path, csvOfRows(rows, readMapping(`subgraphs/${agency}/imports/${list.list}.yaml`, list)));
  const outcome = await importInto(hub.of(agency), agency, { list, path, isComplete: false });
  expect(outcome).toMatchObject({ state: 'COMMITTED', rejected: 0 });
}

interface Found {
  /** Lines of the county's ledger, as a JSON text, by child. */
  readonly ledger: ReadonlyMap<string, string>;
  /** Keys of open discrepancies. */
  readonly discrepancies: ReadonlySet<string>;
  readonly digest: string | null | undefined;
}

async function compared(): Promise<Found> {
  const run = await hub.compare();
  expect(run.state).toBe('COMPLETED');
  const { lines, open } = await inService(hub.tools, async (db) => {
    const found = await readLedgerLines(db, sql`true`, { after: undefined, limit: 10_000 });
    return {
      lines: found,
      open: await countOpenDiscrepancies(
        db,
        found.map(({ studentId }) => studentId),
      ),
    };
  });
  const keys = await hub
    .of('coordination')
    .rows<{ key: string }>("select key from discrepancy where state = 'OPEN'");
  return {
    // Where a line stands in the list is not about the child.
    ledger: new Map(
      lines.map((line, index) => [
        line.studentId,
        JSON.stringify({ ...line, number: null, open: open[index] }),
      ]),
    ),
    discrepancies: new Set(keys.map(({ key }) => key)),
    digest: run.digest,
  };
}

const differing = (before: Found['ledger'], after: Found['ledger']) =>
  [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id));

test(
  'one character that a school writes wrongly is followed through run, ledger and discrepancy: that child changes, and nobody else',
  async () => {
    await imported(
      'police',
      residentsList,
      SERIALS.map((serial) => listRow(residentsList, serial, references)),
    );
    await imported('education', studentStatusList, pupils());
    const before = await compared();
    const number = pupils()[CHANGED - 1]?.['residentIdNumber'] ?? '';
    const { digest: key } = agencyKeys(testSettings(), 'education');
    const child = createStudentIdentifier(key).ofNumber(number);
    expect(before.ledger.get(child)).toContain('"open":0');

    // The last but one digit of the serial part, so that the number is none any more.
    const wrong = `${number.slice(0, 15)}${(Number(number[15]) + 1) % 10}${number.slice(16)}`;
    await imported(
      'education',
      studentStatusList,
      pupils().map((row) => (row['residentIdNumber'] === number ? { ...row, residentIdNumber: wrong } : row)),
    );
    const after = await compared();
    expect(after.digest).not.toBe(before.digest);
    // Until a person decides that the two are one, the child stands twice: as police know it, and as the school wrote it.
    const [written] = await hub
      .of('education')
      .rows<{ id: string }>('select student_id as id from student_status where source_key = ?', RECORD);
    const ids = [child, written?.id ?? ''];
    expect(ids[1]).not.toBe(child);
    const suggested = await hub
      .of('coordination')
      .rows<{ pair: string[] }>(
        "select array[member_id, canonical_id] as pair from match_suggestion where state = 'OPEN' and member_id = any (string_to_array(?, ','))",
        ids.join(','),
      );
    expect(suggested.map(({ pair }) => pair.toSorted())).toEqual([ids.toSorted()]);
    expect(differing(before.ledger, after.ledger).toSorted()).toEqual(ids.toSorted());
    const news = [...after.discrepancies].filter((key) => !before.discrepancies.has(key));
    expect(news.toSorted()).toEqual([`NEVER_ENROLLED:${ids[0]}`, `STATUS_WITHOUT_PERSON:${ids[1]}`]);
    expect(after.ledger.get(child)).toMatch(/"standing":"UNVERIFIED".*"open":1/);
    expect([...before.discrepancies].filter((key) => !after.discrepancies.has(key))).toEqual([]);

    await imported('education', studentStatusList, pupils());
    // The digest is another one all the same: the register has a newer version, which its entries name.
    const restored = await compared();
    expect(differing(before.ledger, restored.ledger)).toEqual([]);
    expect(restored.discrepancies).toEqual(before.discrepancies);
  },
  PATIENCE_MS,
);
