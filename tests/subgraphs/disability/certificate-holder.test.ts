import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { federationOfficer } from './disability-callers.js';
import { addHolder, childrenOfTheCounty } from './disability-rows.js';

let agency: TestAgency;
let ids: string[];
beforeAll(async () => {
  agency = await startTestAgency('disability');
  await agency.rows('delete from disability_certificate');
  ids = await childrenOfTheCounty(agency, 5);
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = ids;
  await addHolder(agency, first, { category: 'HEARING', grade: 'GRADE_4' });
  await addHolder(agency, second, { category: 'INTELLECTUAL', grade: 'GRADE_2', village: '520625100001' });
  await addHolder(agency, third, { category: 'HEARING', grade: 'GRADE_1' });
  await addHolder(agency, fourth, { category: 'PHYSICAL', grade: 'GRADE_2' });
  await addHolder(agency, fifth, { category: 'SPEECH', grade: 'GRADE_3', village: '520625100002' });
});
afterAll(() => agency.close());

interface Page {
  certificateHolders: {
    nodes: { category: string; grade: string; student: { id: string }; recordedIdentity: { name: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const HOLDERS = `query ($filter: CertificateHolderFilter, $first: Int, $after: String) {
  certificateHolders(filter: $filter, first: $first, after: $after) {
    nodes { category grade student { id } recordedIdentity { name } } pageInfo { hasNextPage endCursor }
  }
}`;

async function holders(variables: Record<string, unknown> = {}): Promise<Page['certificateHolders']> {
  const { data, errors } = await agency.ask<Page>(federationOfficer, HOLDERS, variables);
  expect(errors).toEqual([]);
  return data.certificateHolders;
}
const numbersOf = (page: Page['certificateHolders']) =>
  page.nodes.map(({ student }) => ids.indexOf(student.id) + 1);

describe('certificate holders', () => {
  test('come the severest grade first, each with child and recorded name', async () => {
    const page = await holders();
    expect(numbersOf(page)).toEqual([3, 2, 4, 5, 1]);
    expect(new Set(page.nodes.map(({ recordedIdentity }) => recordedIdentity.name))).toEqual(
      new Set(['王五']),
    );
  });

  test.each([
    ['a category', { category: 'HEARING' }, [3, 1]],
    ['a grade', { grade: 'GRADE_2' }, [2, 4]],
    ['a category and a grade', { category: 'HEARING', grade: 'GRADE_4' }, [1]],
    ['a township', { division: '520625100' }, [2, 5]],
    ['a village', { division: '520625100002' }, [5]],
    ['another county', { division: '652301000000' }, []],
  ])('of %s', async (_which, filter, expected) => {
    expect(numbersOf(await holders({ filter }))).toEqual(expected);
  });

  test('come page by page without loss or repetition, also within one grade', async () => {
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const page: Page['certificateHolders'] = await holders({ first: 2, after });
      seen.push(...numbersOf(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual([3, 2, 4, 5, 1]);
  });

  test.each([
    ['a category that the standard does not have', { filter: { category: 'AUTISM' } }],
    ['a division that is a pattern', { filter: { division: '5206%' } }],
    ['a cursor of another list', { after: Buffer.from('[1,"1"]').toString('base64url') }],
    ['more than a hundred entries', { first: 101 }],
  ])('refuse %s', async (_what, variables) => {
    const { errors } = await agency.ask<Page>(federationOfficer, HOLDERS, variables);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
