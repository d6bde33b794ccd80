import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { countyPolice } from './police-callers.js';
import { addDetermination, childIn, registeredChildren } from './police-rows.js';

let agency: TestAgency;
let ids: string[];
beforeAll(async () => {
  agency = await startTestAgency('police');
  ids = (await registeredChildren(agency, 3)).map(({ studentId }) => studentId);
  await agency.rows('delete from missing_person_determination');
  const [first = '', second = '', third = ''] = ids;
  await addDetermination(agency, first, '2026-10-08');
  await addDetermination(agency, second, '2026-09-20');
  await addDetermination(agency, third, '2026-06-01', {
    determinedOn: '2026-06-20',
    result: 'CONTACT_FOUND',
  });
  await addDetermination(agency, third, '2026-11-02', { determinedOn: '2026-11-10', result: 'MISSING' });
});
afterAll(() => agency.close());

interface List {
  missingPersonDeterminations: { nodes: { requestedOn: string; result: string | null; student: object }[] };
}

async function requestDays(filter: Record<string, unknown>): Promise<string[]> {
  const { data, errors } = await agency.ask<List>(
    countyPolice,
    `query ($filter: MissingPersonDeterminationFilter) {
      missingPersonDeterminations(filter: $filter) { nodes { requestedOn result student { id } } }
    }`,
    { filter },
  );
  expect(errors).toEqual([]);
  return data.missingPersonDeterminations.nodes.map(({ requestedOn }) => requestedOn);
}

interface Page {
  nodes: { requestedOn: string; student: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function onePageAfter(after: string | null): Promise<Page> {
  const { data, errors } = await agency.ask<{ missingPersonDeterminations: Page }>(
    countyPolice,
    `query ($after: String) {
      missingPersonDeterminations(first: 1, after: $after) { nodes { requestedOn student { id } } pageInfo { hasNextPage endCursor } }
    }`,
    { after },
  );
  expect(errors).toEqual([]);
  return data.missingPersonDeterminations;
}

describe('missing-person determinations', () => {
  test.each([
    ['that are open', { isOpen: true }, ['2026-09-20', '2026-10-08']],
    ['that are made', { isOpen: false }, ['2026-06-01', '2026-11-02']],
    ['of either kind', {}, ['2026-06-01', '2026-09-20', '2026-10-08', '2026-11-02']],
    ['of another township', { division: '520625101' }, []],
  ])('%s come the oldest request first', async (_which, filter, expected) => {
    expect(await requestDays(filter)).toEqual(expected);
  });

  test('come page by page without loss or repetition, also within one day', async () => {
    await addDetermination(agency, ids[0] ?? '', '2026-09-20');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo }: Page = await onePageAfter(after);
      seen.push(...nodes.map(({ requestedOn, student }) => `${requestedOn} ${student.id}`));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after && seen.length <= 5);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  test('of one child tell the latest, and what was found before', async () => {
    const { data, errors } = await agency.askForStudents<{ household: { missingPerson: object } }>(
      countyPolice,
      [ids[2] ?? ''],
      'household { missingPerson { register { state } current { result determinedOn } records { result } } }',
    );
    expect(errors).toEqual([]);
    expect(data._entities[0]?.household.missingPerson).toEqual({
      register: { state: 'FOUND' },
      current: { result: 'MISSING', determinedOn: '2026-11-10' },
      records: [{ result: 'MISSING' }, { result: 'CONTACT_FOUND' }],
    });
  });
});

describe('restricted records', () => {
  test('tell of a child in custody, of one that left the country and of one that was bullied', async () => {
    await agency.rows(
      "insert into border_exit (student_id, left_on, destination) values (?, '2026-05-05', '意大利')",
      ids[1],
    );
    await agency.rows(
      `insert into police_action (student_id, kind, role, decided_on, document_number)
       values (?, 'BULLYING', 'VICTIM', '2026-10-10', '公处〔2026〕7号')`,
      ids[1],
    );
    const ask = async (table: string, selection: string) => {
      const { data, errors } = await agency.askForStudents<{ household: Record<string, object> }>(
        countyPolice,
        [await childIn(agency, table)],
        `household { ${selection} }`,
      );
      expect(errors).toEqual([]);
      return data._entities[0]?.household;
    };
    expect(
      await ask(
        'legal_custody',
        'legalCustody { register { state } current { kind startsOn documentNumber } }',
      ),
    ).toMatchObject({
      legalCustody: { register: { state: 'FOUND' }, current: { documentNumber: expect.any(String) } },
    });
    expect(
      await ask('border_exit', 'borderExit { register { state } records { destination } }'),
    ).toMatchObject({
      borderExit: { register: { state: 'FOUND' }, records: [{ destination: expect.any(String) }] },
    });
    expect(
      await ask('police_action', 'interventions { register { state } current { role decidedOn } }'),
    ).toMatchObject({
      interventions: { register: { state: 'FOUND' }, current: { decidedOn: expect.any(String) } },
    });
  });

  test('of every other child say that there is no record', async () => {
    const { data } = await agency.askForStudents<{ household: object }>(
      countyPolice,
      [ids[0] ?? ''],
      'household { legalCustody { register { state } current { kind } } borderExit { register { state } records { leftOn } } }',
    );
    expect(data._entities[0]?.household).toEqual({
      legalCustody: { register: { state: 'NO_RECORD' }, current: null },
      borderExit: { register: { state: 'NO_RECORD' }, records: [] },
    });
  });
});
