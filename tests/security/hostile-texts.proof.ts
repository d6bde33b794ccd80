import { randomUUID } from 'node:crypto';
import { readKnownKeys } from '../access/known-keys.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { everything, supergraph, whoMaySay } from './support/officers.js';
import { textArgumentsOf, type TextArgument } from './support/text-arguments.js';

let hub: TestHub;
let places: readonly TextArgument[];
beforeAll(async () => {
  hub = await startTestHub();
  places = textArgumentsOf(supergraph, (await readKnownKeys(hub, everything)).literals);
});
afterAll(() => hub.close());

const TEXTS: Record<string, string> = {
  'fifty thousand Chinese characters': '控'.repeat(50_000),
  'fifty thousand spaces between letters': `a${' '.repeat(50_000)}!`,
  'a NUL character': 'a\u0000b',
  'half of a character': '\ud800',
  'signs of patterns and of SQL': `%_\\'; select pg_sleep(600); --`,
};

/** Places at which a text is said at one time. */
const AT_ONCE = 8;

/** What a text may come to: an answer, or word that it is none. Anything else is the hub's own failure. */
const FAIR = new Set(['BAD_USER_INPUT', 'NOT_FOUND', 'RATE_LIMITED']);

describe('T14 texts that are made to hurt', () => {
  test('are tried at every argument of text', () => {
    expect(places.length).toBeGreaterThan(100);
    expect(places.map(({ coordinate }) => coordinate)).toEqual(
      expect.arrayContaining([
        'Query.students(filter.name)',
        'Query.findStudent(input.residentIdNumber)',
        'SchoolAgeEntry.residentIdNumber(reason)',
        'Mutation.approveAccess(input.basis)',
        'AccessLog.accessesBy(actor)',
      ]),
    );
  });

  test.each(Object.keys(TEXTS))(
    '%s: every agency answers, and says at most that it is no such thing',
    async (name) => {
      const text = TEXTS[name] ?? '';
      const unfair: string[] = [];
      for (let from = 0; from < places.length; from += AT_ONCE)
        await Promise.all(
          places.slice(from, from + AT_ONCE).map(async (place) => {
            const { status, errors } = await hub.ask(whoMaySay(place), place.operation, {
              text,
              key: randomUUID(),
            });
            const codes = errors.map(({ extensions }) => extensions.code);
            const isFair = (status === 200 || status === 400) && codes.every((code) => FAIR.has(code));
            if (!isFair) unfair.push(`${place.coordinate} ${status} ${codes.join()}`);
          }),
        );
      expect(unfair).toEqual([]);
    },
  );
});
