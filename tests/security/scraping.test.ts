import { loadSettings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { callerAs, testCounty } from '../support/callers.js';
import type { GraphqlAnswer } from '../support/graphql-client.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { testDataDir } from '../support/test-server.js';
import { testEnvironment } from '../support/test-settings.js';

const BUDGET = 100;
/** As an operator sets it. */
const { usageLimits } = loadSettings(
  { ...testEnvironment(testDataDir()), HUB_CHILDREN_PER_DAY: String(BUDGET) },
  agencyNames,
);
const scraper = callerAs('bureau-officer');

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({}, { usageLimits });
});
afterAll(() => hub.close());

interface Page {
  readonly students: {
    readonly nodes: readonly { readonly id: string; readonly registerEntry: object | null }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  } | null;
}

/** Takes page after page of a size until the hub says no; @returns the children taken and what it said. */
async function scrape(size: number) {
  const taken = new Set<string>();
  const codes = new Set<string>();
  for (let after: string | null = null; ;) {
    const { data, errors }: GraphqlAnswer<Page | null> = await hub.ask<Page | null>(
      scraper,
      `query ($after: String) { students(first: ${size}, after: $after, orderBy: ID) {
         nodes { id registerEntry { name maskedResidentIdNumber } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    for (const { extensions } of errors) codes.add(extensions.code);
    for (const { id } of data?.students?.nodes ?? []) taken.add(id);
    if (!data?.students?.pageInfo.hasNextPage) return { taken, codes: [...codes] };
    after = data.students.pageInfo.endCursor;
  }
}

const alarms = (agency: string) =>
  hub.agency(agency).rows<object>('select kind, actor, role from security_alarm order by kind');

describe('T23 gathering the records of a county', () => {
  test('a script that takes page after page is stopped at the budget of the day, and an alarm is raised', async () => {
    const { taken, codes } = await scrape(20);
    expect(taken.size).toBe(BUDGET);
    expect(codes).toEqual(['RATE_LIMITED']);
    expect(await alarms('coordination')).toEqual([
      { kind: 'ROW_BUDGET', actor: 'test:bureau-officer', role: 'bureau-officer' },
    ]);
  });

  test('smaller pages, single children and another path get it no further', async () => {
    const { taken } = await scrape(7);
    expect(taken.size).toBeLessThanOrEqual(BUDGET);
    const others = await hub
      .agency('coordination')
      .rows<{ id: string }>('select student_id as id from school_age_entry order by 1 desc limit 20');
    for (const { id } of others) {
      const { data, errors } = await hub.ask<{ student: object | null }>(
        scraper,
        'query ($id: ID!) { student(id: $id) { registerEntry { name } } }',
        { id },
      );
      expect(data.student).toBeNull();
      expect(errors.map(({ extensions }) => extensions.code)).toContain('RATE_LIMITED');
    }
  });

  test('at another agency the same budget holds for its own records', async () => {
    const seen = new Set<string>();
    const codes = new Set<string>();
    const all = await hub
      .agency('education')
      .rows<{ id: string }>('select distinct canonical_id as id from student_scope order by 1');
    for (let from = 0; from < all.length; from += 10) {
      const { data, errors } = await hub
        .agency('education')
        .askForStudents<{ id: string; schooling: object | null }>(
          scraper,
          all.slice(from, from + 10).map(({ id }) => id),
          'id schooling { studentStatus { register { state } } }',
        );
      for (const child of data?._entities ?? []) if (child?.schooling) seen.add(child.id);
      for (const { extensions } of errors) codes.add(extensions.code);
    }
    expect(seen.size).toBeGreaterThan(0);
    expect(seen.size).toBeLessThanOrEqual(BUDGET);
    expect(codes).toContain('RATE_LIMITED');
    expect(await alarms('education')).toMatchObject([{ kind: 'ROW_BUDGET', actor: 'test:bureau-officer' }]);
  });

  test('the county stays open for everybody else', async () => {
    const { data, errors } = await hub.ask<{ student: object }>(
      callerAs('coordination-officer'),
      'query ($id: ID!) { student(id: $id) { registerEntry { name } } }',
      { id: testCounty.sampleStudentId },
    );
    expect(errors).toEqual([]);
    expect(data.student).not.toBeNull();
  });
});
