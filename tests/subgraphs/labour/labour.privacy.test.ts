import { startTestAgency, type TestAgency } from '../../support/agency.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('labour');
});
afterAll(() => agency.close());

/** Rows, of any table, whose text in any column matches. */
async function rowsThatMatch(pattern: string): Promise<string[]> {
  const tables = await agency.rows<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await agency.rows<{ text: string }>(
        `select "${name}"::text as text from "${name}" where "${name}"::text ~ ?`,
        pattern,
      );
      return rows.map(() => name);
    }),
  );
  return found.flat();
}

test('no row holds a resident ID number in plain text', async () => {
  expect(await rowsThatMatch('\\m99[0-9]{15}[0-9Xx]\\M')).toEqual([]);
});

test('no row holds a telephone number in plain text', async () => {
  expect(await rowsThatMatch('\\m100[0-9]{8}\\M')).toEqual([]);
});
