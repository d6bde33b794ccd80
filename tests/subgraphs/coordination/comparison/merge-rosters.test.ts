import fc from 'fast-check';
import {
  mergeRosters,
  type MergedChild,
} from '../../../../subgraphs/coordination/comparison/roster/merge-rosters.js';
import type { Roster, RosterLine } from '../../../../subgraphs/coordination/comparison/roster/roster-line.js';
import { addFact, createChildFacts } from '../../../../subgraphs/coordination/register/child-facts.js';
import { idOf, pupil, WHO } from './records.builder.js';

const AGENCIES = ['education', 'police', 'poverty'];

const key = fc.constantFrom(...'abcdefgh').map(idOf);
const line = fc.record({
  canonicalId: key,
  studentId: key,
  rows: fc.constantFrom<RosterLine['rows'][]>(
    { student_status: [pupil()[2]] },
    { resident: [{ ...WHO, formerStudentIds: [], registeredDivisionCode: '520625101001' }] },
    { guardian: [{ guardianId: idOf('g') }, { guardianId: idOf('h') }] },
    {},
  ),
});
const sortedLines = fc
  .uniqueArray(line, { selector: ({ canonicalId, studentId }) => canonicalId + studentId, maxLength: 20 })
  .map((lines) =>
    lines.toSorted((a, b) => (a.canonicalId + a.studentId < b.canonicalId + b.studentId ? -1 : 1)),
  );
const county = fc.tuple(...AGENCIES.map(() => sortedLines));

async function* stream(lines: readonly RosterLine[]): AsyncGenerator<RosterLine> {
  yield* lines;
}

const rostersOf = (lists: readonly (readonly RosterLine[])[]): Roster[] =>
  lists.map((lines, index) => ({ agency: AGENCIES[index] ?? '', lines: stream(lines) }));

async function mergedFrom(rosters: readonly Roster[]): Promise<MergedChild[]> {
  const children: MergedChild[] = [];
  for await (const child of mergeRosters(rosters)) children.push(child);
  return children;
}

const merged = (lists: readonly (readonly RosterLine[])[]) => mergedFrom(rostersOf(lists));

/** The same by holding everything in memory. */
function naive(lists: readonly (readonly RosterLine[])[]) {
  const lines = lists.flatMap((list, index) =>
    list.map((each) => ({ agency: AGENCIES[index] ?? '', ...each })),
  );
  const canonicalIds = [...new Set(lines.map(({ canonicalId }) => canonicalId))].toSorted();
  return canonicalIds.map((canonicalId) => {
    const own = lines.filter((each) => each.canonicalId === canonicalId);
    const studentIds = [...new Set(own.map(({ studentId }) => studentId))].toSorted();
    const members = studentIds.map((studentId) => {
      const facts = createChildFacts(studentId);
      for (const { agency, rows } of own.filter((each) => each.studentId === studentId)) {
        for (const [table, stored] of Object.entries(rows))
          for (const row of stored) addFact(facts, agency, table, row);
      }
      return [studentId, facts] as const;
    });
    return { canonicalId, members: new Map(members) };
  });
}

test('gives every child once, in order, with all that any agency tells of each of its ids', async () => {
  await fc.assert(
    fc.asyncProperty(county, async (lists) => {
      const children = await merged(lists);
      expect(children).toEqual(naive(lists));
      expect(children.map(({ members }) => [...members.keys()])).toEqual(
        naive(lists).map(({ members }) => [...members.keys()]),
      );
    }),
  );
});

test('reads no further than a line ahead of the child at hand', async () => {
  let read = 0;
  async function* counted(): AsyncGenerator<RosterLine> {
    for (const word of 'abcdefgh') {
      read += 1;
      yield { canonicalId: idOf(word), studentId: idOf(word), rows: {} };
    }
  }
  const children = mergeRosters([{ agency: 'police', lines: counted() }]);
  await children.next();
  expect(read).toBe(2);
  await children.next();
  expect(read).toBe(3);
  await children.return();
});

test.each([
  ['a lower canonical id', ['b', 'b'], ['a', 'a']],
  ['a lower id of the same child', ['a', 'b'], ['a', 'a']],
  ['the same id again', ['a', 'a'], ['a', 'a']],
])('stops at %s, naming the agency', async (_what, [first = '', one = ''], [second = '', two = '']) => {
  const lines = [
    { canonicalId: idOf(first), studentId: idOf(one), rows: {} },
    { canonicalId: idOf(second), studentId: idOf(two), rows: {} },
  ];
  await expect(merged([[], lines])).rejects.toMatchObject({ code: 'ROSTER_OUT_OF_ORDER', where: 'police' });
});

test('closes every roster when one of them fails', async () => {
  let isClosed = false;
  async function* open(): AsyncGenerator<RosterLine> {
    try {
      yield { canonicalId: idOf('a'), studentId: idOf('a'), rows: {} };
      yield { canonicalId: idOf('b'), studentId: idOf('b'), rows: {} };
    } finally {
      isClosed = true;
    }
  }
  const broken: AsyncIterable<RosterLine> = {
    [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('the agency went away')) }),
  };
  const rosters = [
    { agency: 'education', lines: open() },
    { agency: 'police', lines: broken },
  ];
  await expect(mergedFrom(rosters)).rejects.toThrow('the agency went away');
  expect(isClosed).toBe(true);
});
