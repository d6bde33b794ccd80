import { registerKeys } from '../../../cli/processes/agency-keys.js';
import { createColumnCipher } from '../../../subgraphs/_kit/identity/column-cipher.js';
import { createStudentIdentifier } from '../../../subgraphs/_kit/identity/student-id.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { testSettings } from '../../support/test-settings.js';

const { column, digest } = registerKeys(testSettings());
const cipher = createColumnCipher(column, 'police');

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('police');
});
afterAll(() => agency.close());

interface SealedColumn {
  readonly table: string;
  readonly name: string;
}

async function sealedColumns(): Promise<SealedColumn[]> {
  return agency.rows<SealedColumn>(
    `select table_name as "table", column_name as name from information_schema.columns
     where table_schema = 'public' and column_name like '%\\_sealed' order by 1, 2`,
  );
}

async function valuesOf({ table, name }: SealedColumn): Promise<string[]> {
  const rows = await agency.rows<{ value: string }>(
    `select ${name} as value from ${table} where ${name} is not null order by 1 limit 20`,
  );
  return rows.map(({ value }) => value);
}

describe('sealed columns', () => {
  test('open as what they are sealed for, and hold something', async () => {
    const columns = await sealedColumns();
    expect(columns.length).toBeGreaterThanOrEqual(7);
    for (const sealed of columns) {
      const values = await valuesOf(sealed);
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) expect(cipher.open(value, `${sealed.table}.${sealed.name}`)).not.toBe('');
    }
  });

  test('do not open under the name of another column or with the key of another agency', async () => {
    const [value = ''] = await valuesOf({ table: 'resident', name: 'resident_id_number_sealed' });
    const own = 'resident.resident_id_number_sealed';
    expect(() => cipher.open(value, 'guardian.resident_id_number_sealed')).toThrow();
    expect(() => createColumnCipher(column, 'education').open(value, own)).toThrow();
  });

  test("of residents hold the number that the child's id is made from", async () => {
    const identifier = createStudentIdentifier(digest);
    const residents = await agency.rows<{ student_id: string; number: string; masked: string }>(
      `select student_id, resident_id_number_sealed as number, masked_resident_id_number as masked
       from resident where resident_id_number_sealed is not null order by id limit 50`,
    );
    const agreeing = residents.filter(({ student_id, number, masked }) => {
      const opened = cipher.open(number, 'resident.resident_id_number_sealed');
      return identifier.ofNumber(opened) === student_id && masked.startsWith(opened.slice(0, 4));
    });
    // A few numbers are planted as wrong, and a wrong one makes no id.
    expect(agreeing.length).toBeGreaterThan(40);
  });
});

test('former numbers are kept as ids of the same child, never as numbers', async () => {
  const rows = await agency.rows<{ former: string[] }>(
    "select former_student_ids as former from resident where former_student_ids <> '{}'",
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const id of rows.flatMap(({ former }) => former)) expect(id).toMatch(/^[a-z2-7]{26}$/);
});
