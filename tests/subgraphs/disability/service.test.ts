import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { federationOfficer } from './disability-callers.js';
import { addRecommendation, addVisits, childrenOfTheCounty } from './disability-rows.js';

let agency: TestAgency;
let ids: string[];
beforeAll(async () => {
  agency = await startTestAgency('disability');
  await agency.rows('delete from placement_recommendation');
  await agency.rows('delete from home_medical_visit');
  ids = await childrenOfTheCounty(agency, 3);
  const [first = '', second = ''] = ids;
  await addRecommendation(agency, first, 'REGULAR_CLASS', '2025-07-01');
  await addRecommendation(agency, first, 'HOME_TEACHING', '2026-07-02');
  await addRecommendation(agency, second, 'HOME_TEACHING', '2026-07-01', '520625100001');
  await addVisits(agency, first, '2026-09-30', '2026-11-02', '2026-10-15');
  await addVisits(agency, second, '2026-10-15');
});
afterAll(() => agency.close());

async function ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { data, errors } = await agency.ask<Data>(federationOfficer, query, variables);
  expect(errors).toEqual([]);
  return data;
}

async function childRecord(
  studentId: string,
  selection: string,
): Promise<Record<string, object> | undefined> {
  const { data, errors } = await agency.askForStudents<{ disability: Record<string, object> }>(
    federationOfficer,
    [studentId],
    `disability { ${selection} }`,
  );
  expect(errors).toEqual([]);
  return data._entities[0]?.disability;
}

describe('placement recommendations', () => {
  test.each([
    ['all of them', {}, ['2026-07-02', '2026-07-01', '2025-07-01']],
    ['a mode', { mode: 'HOME_TEACHING' }, ['2026-07-02', '2026-07-01']],
    ['a township', { division: '520625100' }, ['2026-07-01']],
    ['a mode that nobody was advised', { mode: 'NOT_ABLE_TO_STUDY' }, []],
  ])('of %s come the latest first', async (_which, filter, expected) => {
    const { placementRecommendations } = await ask<{
      placementRecommendations: { nodes: { recommendedOn: string }[] };
    }>(
      `query ($filter: PlacementRecommendationFilter) {
        placementRecommendations(filter: $filter) { nodes { recommendedOn mode student { id } } }
      }`,
      { filter },
    );
    expect(placementRecommendations.nodes.map(({ recommendedOn }) => recommendedOn)).toEqual(expected);
  });

  test('of one child show the latest and the earlier ones', async () => {
    expect(
      await childRecord(
        ids[0] ?? '',
        'placementRecommendation { register { state } current { mode } records { mode } }',
      ),
    ).toEqual({
      placementRecommendation: {
        register: { state: 'FOUND' },
        current: { mode: 'HOME_TEACHING' },
        records: [{ mode: 'HOME_TEACHING' }, { mode: 'REGULAR_CLASS' }],
      },
    });
  });
});

describe('home medical visits', () => {
  test.each([
    ['all of them', {}, ['2026-11-02', '2026-10-15', '2026-10-15', '2026-09-30']],
    [
      'a period, both ends included',
      { from: '2026-10-15', to: '2026-11-02' },
      ['2026-11-02', '2026-10-15', '2026-10-15'],
    ],
    ['the days up to one', { to: '2026-10-14' }, ['2026-09-30']],
    ['another township', { division: '520625100' }, []],
  ])('of %s come the latest first', async (_which, filter, expected) => {
    const { homeMedicalVisits } = await ask<{ homeMedicalVisits: { nodes: { visitedOn: string }[] } }>(
      `query ($filter: HomeMedicalVisitFilter) {
        homeMedicalVisits(filter: $filter) { nodes { visitedOn institution student { id } } }
      }`,
      { filter },
    );
    expect(homeMedicalVisits.nodes.map(({ visitedOn }) => visitedOn)).toEqual(expected);
  });

  test('to one child come page by page, with their number', async () => {
    const pageOf = async (after: string | null) => {
      const { data } = await agency.ask<{
        _entities: [
          {
            disability: {
              homeMedicalVisits: {
                latest: object;
                visits: { nodes: object[]; totalCount: number; pageInfo: { endCursor: string } };
              };
            };
          },
        ];
      }>(
        federationOfficer,
        `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on Student { disability {
          homeMedicalVisits { latest { visitedOn } visits(first: 2, after: $after) { nodes { visitedOn } totalCount pageInfo { endCursor } } }
        } } } }`,
        { of: [{ __typename: 'Student', id: ids[0] }], after },
      );
      return data._entities[0].disability.homeMedicalVisits;
    };
    const first = await pageOf(null);
    expect(first.latest).toEqual({ visitedOn: '2026-11-02' });
    expect(first.visits.totalCount).toBe(3);
    expect(first.visits.nodes).toEqual([{ visitedOn: '2026-11-02' }, { visitedOn: '2026-10-15' }]);
    const second = await pageOf(first.visits.pageInfo.endCursor);
    expect(second.visits.nodes).toEqual([{ visitedOn: '2026-09-30' }]);
    const unknown = await pageOf(Buffer.from('["2020-01-01","1"]').toString('base64url'));
    expect(unknown.visits.nodes).toEqual([]);
    // The visit behind this cursor is gone; the page goes on where it stood.
    const gone = await pageOf(Buffer.from('["2026-10-20","1"]').toString('base64url'));
    expect(gone.visits.nodes).toEqual([{ visitedOn: '2026-10-15' }, { visitedOn: '2026-09-30' }]);
  });

  test('to a child that had none are NO_RECORD, as are services and devices', async () => {
    expect(
      await childRecord(
        ids[2] ?? '',
        'homeMedicalVisits { register { state } latest { visitedOn } } rehabilitation { register { state } records { kind } } assistiveDevices { register { state } records { kind } }',
      ),
    ).toEqual({
      homeMedicalVisits: { register: { state: 'NO_RECORD' }, latest: null },
      rehabilitation: { register: { state: 'NO_RECORD' }, records: [] },
      assistiveDevices: { register: { state: 'NO_RECORD' }, records: [] },
    });
  });
});

describe('the lists of the federation', () => {
  interface Page {
    nodes: { student: { id: string }; day: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  }

  test.each([
    ['placementRecommendations', 'recommendedOn', 3],
    ['homeMedicalVisits', 'visitedOn', 4],
  ])('%s come page by page without loss or repetition, also within one day', async (field, day, count) => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const pages: Record<string, Page> = await ask(
        `query ($after: String) {
          ${field}(first: 1, after: $after) { nodes { day: ${day} student { id } } pageInfo { hasNextPage endCursor } }
        }`,
        { after },
      );
      const page = pages[field];
      seen.push(...(page?.nodes ?? []).map((node) => `${node.day} ${node.student.id}`));
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after && seen.length <= count);
    expect(seen).toHaveLength(count);
    expect(new Set(seen).size).toBe(count);
  });
});

describe('services and devices', () => {
  test.each([
    ['rehabilitation', 'rehabilitation_service', 'kind startedOn endedOn institution'],
    ['assistiveDevices', 'assistive_device', 'kind deliveredOn'],
  ])('%s are found', async (field, table, selection) => {
    const [row] = await agency.rows<{ student_id: string; kind: string }>(
      `select student_id, kind from ${table}
       where student_id in (select student_id from student_scope where kind in ('RESIDENCE', 'REGISTERED') and code like '520625%')
       order by id limit 1`,
    );
    expect(
      await childRecord(row?.student_id ?? '', `${field} { register { state } records { ${selection} } }`),
    ).toEqual({
      [field]: {
        register: { state: 'FOUND' },
        records: expect.arrayContaining([expect.objectContaining({ kind: row?.kind })]),
      },
    });
  });
});
