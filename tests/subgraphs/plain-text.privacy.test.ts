import { agencyNames } from '../../subgraphs/index.js';
import { startTestAgency, type TestAgency } from '../support/agency.js';

/** Rows, of any table, whose text in any column matches. */
async function tablesThatHold(agency: TestAgency, pattern: string): Promise<string[]> {
  const tables = await agency.rows<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await agency.rows(`select 1 from "${name}" where "${name}"::text ~ ?`, pattern);
      return rows.length > 0 ? [name] : [];
    }),
  );
  return found.flat();
}

describe.each(agencyNames)('the database of %s', (name) => {
  let agency: TestAgency;
  beforeAll(async () => {
    agency = await startTestAgency(name);
  });
  afterAll(() => agency.close());

  test('holds no resident ID number in plain text', async () => {
    expect(await tablesThatHold(agency, '\\m99[0-9]{15}[0-9Xx]\\M')).toEqual([]);
  });

  test('holds no telephone number in plain text', async () => {
    expect(await tablesThatHold(agency, '\\m100[0-9]{8}\\M')).toEqual([]);
  });

  test('is searched in its text, so that these searches can find something', async () => {
    expect(await tablesThatHold(agency, '520625')).toContain('student_scope');
  });
});
