import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { countyPolice } from './police-callers.js';
import { addPermits, registeredChild } from './police-rows.js';

let agency: TestAgency;
let studentId: string;
beforeAll(async () => {
  agency = await startTestAgency('police');
  ({ studentId } = await registeredChild(agency));
  await agency.rows('delete from residence_permit');
  // A made-up township; only the list of divisions can say that its zeros are those of a township.
  await agency.rows(
    `insert into division (code, name, level, parent_code) values ('520625100000', '测试镇', 'TOWNSHIP', '520625000000')`,
  );
  await addPermits(agency, studentId, '520625001001', '2026-12-31', '2026-11-19', '2027-08-31');
  await addPermits(agency, studentId, '520625100001', '2026-11-19', '2026-11-20');
});
afterAll(() => agency.close());

interface Page {
  residencePermits: {
    nodes: { expiresOn: string; addressDivision: { code: string }; student: { id: string } }[];
    edges: { cursor: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const PERMITS = `query ($filter: ResidencePermitFilter, $first: Int, $after: String) {
  residencePermits(filter: $filter, first: $first, after: $after) {
    nodes { expiresOn addressDivision { code } student { id } } edges { cursor } pageInfo { hasNextPage endCursor }
  }
}`;

async function permits(variables: Record<string, unknown> = {}): Promise<Page['residencePermits']> {
  const { data, errors } = await agency.ask<Page>(countyPolice, PERMITS, variables);
  expect(errors).toEqual([]);
  return data.residencePermits;
}
const lastDays = (page: Page['residencePermits']) => page.nodes.map(({ expiresOn }) => expiresOn);

describe('residence permits', () => {
  test('come the soonest to expire first, each with its child', async () => {
    const page = await permits();
    expect(lastDays(page)).toEqual(['2026-11-19', '2026-11-19', '2026-11-20', '2026-12-31', '2027-08-31']);
    expect(new Set(page.nodes.map(({ student }) => student.id))).toEqual(new Set([studentId]));
  });

  test('that expire before a day leave that day out', async () => {
    expect(lastDays(await permits({ filter: { expiresBefore: '2026-11-20' } }))).toEqual([
      '2026-11-19',
      '2026-11-19',
    ]);
  });

  test.each([
    ['520625100', 2],
    ['520625100000', 2],
    ['520625001001', 3],
    ['520625', 5],
    ['520000000000', 5],
    ['652301', 0],
  ])('of division %s are %d', async (division, count) => {
    expect((await permits({ filter: { division } })).nodes).toHaveLength(count);
  });

  test('come page by page without loss or repetition, also within one day', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Page['residencePermits'] = await permits({ first: 1, after });
      seen.push(
        ...page.nodes.map(({ expiresOn, addressDivision }) => `${expiresOn} ${addressDivision.code}`),
      );
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  test.each([
    ['a division of three digits', { filter: { division: '520' } }],
    ['a division that is a pattern', { filter: { division: '%' } }],
    ['a day that does not exist', { filter: { expiresBefore: '2026-02-30' } }],
    ['no entries', { first: 0 }],
    ['more than a hundred entries', { first: 101 }],
    ['a cursor of another list', { after: Buffer.from('["x","1"]').toString('base64url') }],
    ['a cursor that is none', { after: 'nonsense' }],
  ])('refuse %s', async (_what, variables) => {
    const { status, errors } = await agency.ask<Page>(countyPolice, PERMITS, variables);
    expect([200, 400]).toContain(status);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('of one child come the latest first, with the state of the register', async () => {
    const { data } = await agency.askForStudents<{
      household: { residencePermits: { register: { state: string }; current: object; records: object[] } };
    }>(
      countyPolice,
      [studentId],
      'household { residencePermits { register { state } current { expiresOn ground } records { expiresOn } } }',
    );
    const permitsOfChild = data._entities[0]?.household.residencePermits;
    expect(permitsOfChild).toMatchObject({
      register: { state: 'FOUND' },
      current: { expiresOn: '2027-08-31', ground: 'STUDY' },
    });
    expect(permitsOfChild?.records).toHaveLength(5);
  });
});
