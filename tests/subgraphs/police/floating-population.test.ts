import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { countyPolice } from './police-callers.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('police');
});
afterAll(() => agency.close());

interface Move {
  direction: string;
  startedOn: string;
  endedOn: string | null;
  otherCountyCode: string;
  localDivision: { code: string };
  student: { id: string };
}
interface Page {
  floatingPopulation: { nodes: Move[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

const MOVES = `query ($filter: FloatingPopulationFilter, $first: Int, $after: String) {
  floatingPopulation(filter: $filter, first: $first, after: $after) {
    nodes { direction startedOn endedOn otherCountyCode localDivision { code } student { id } }
    pageInfo { hasNextPage endCursor }
  }
}`;

async function moves(variables: Record<string, unknown>): Promise<Page['floatingPopulation']> {
  const { data, errors } = await agency.ask<Page>(countyPolice, MOVES, variables);
  expect(errors).toEqual([]);
  return data.floatingPopulation;
}

async function allMoves(filter: Record<string, unknown>): Promise<Move[]> {
  const found: Move[] = [];
  let after: string | null = null;
  do {
    const page: Page['floatingPopulation'] = await moves({ filter, first: 100, after });
    found.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return found;
}

describe('the floating population', () => {
  test.each(['IN', 'OUT'])('of direction %s is every such move of the register', async (direction) => {
    const [expected] = await agency.rows<{ count: number }>(
      `select count(*)::int as count from floating_population_record where direction = ? and ended_on is null
       and student_id in (select student_id from student_scope where kind in ('REGISTERED', 'RESIDENCE') and code like '520625%')`,
      direction,
    );
    const found = await allMoves({ direction });
    expect(found.length).toBe(expected?.count);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((move) => move.direction))).toEqual(new Set([direction]));
  });

  test('comes the latest move first', async () => {
    const days = (await moves({ first: 50 })).nodes.map(({ startedOn }) => startedOn);
    expect(days).toEqual(days.toSorted().reverse());
  });

  test('of a township holds its villages alone', async () => {
    const [first] = (await moves({ first: 1 })).nodes;
    const township = first?.localDivision.code.slice(0, 9) ?? '';
    const found = await allMoves({ division: `${township}000` });
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ localDivision }) => !localDivision.code.startsWith(township))).toEqual([]);
  });

  test('leaves out a move that has ended, which the child itself still shows', async () => {
    const [move] = (await moves({ first: 1 })).nodes;
    const studentId = move?.student.id ?? '';
    await agency.rows(
      "update floating_population_record set ended_on = '2026-11-01' where student_id = ?",
      studentId,
    );
    expect((await allMoves({})).map(({ student }) => student.id)).not.toContain(studentId);
    const { data } = await agency.askForStudents<{
      household: { floatingPopulation: { current: object | null; records: object[] } };
    }>(
      countyPolice,
      [studentId],
      'household { floatingPopulation { current { startedOn } records { startedOn endedOn } } }',
    );
    expect(data._entities[0]?.household.floatingPopulation).toEqual({
      current: null,
      records: [{ startedOn: move?.startedOn, endedOn: '2026-11-01' }],
    });
  });
});
