import { withConnection } from '../../postgres/database-connection.js';
import { databaseOf } from '../support/agency-owner.js';
import { callerAs, withoutScope, type TestCaller } from '../support/callers.js';
import type { TestHub } from '../support/hub.js';
import { readKnownKeys, type KnownKeys } from './known-keys.js';
import { agencies, gateway, type Layer } from './layers.js';
import { everyScope, startUnlimitedHub } from './persona-table.js';
import { samplePath, seededRandom, valuesAt, type SampledPath } from './sampled-paths.js';

const SEED = 20261126;
const PATHS = 5000;
/** Paths in one operation. */
const TOGETHER = 10;
const MOST_STEPS = 9;
/** Ten thousand walks, on a busy machine. */
const PATIENCE_MS = 1_800_000;

let hub: TestHub;
let keys: KnownKeys;
beforeAll(async () => {
  hub = await startUnlimitedHub();
  keys = await readKnownKeys(hub, callerAs('police-officer'));
});
afterAll(() => hub.close());

/** Whoever asks the agencies directly does so under this name, to be found again in their logs. */
const DIRECT = 'sampled-directly';
const officer = callerAs('coordination-officer');

interface Sample {
  readonly layer: Layer;
  readonly scope: string;
  readonly start: string;
  readonly paths: readonly SampledPath[];
}

/** The same paths at each run: half of them through the gateway, half at the agencies, entered by `_entities` or a root. */
function* samples(): Generator<Sample> {
  const random = seededRandom(SEED);
  const layers = [...agencies, ...agencies.map(() => gateway)].filter(({ guarded }) => guarded.length > 0);
  for (let made = 0; made < PATHS;) {
    const layer = layers[Math.floor(random() * layers.length)] ?? gateway;
    const guarded = layer.guarded[Math.floor(random() * layer.guarded.length)];
    const start = layer.isEnteredByEntities && random() < 0.5 ? 'Student' : 'Query';
    if (!guarded) continue;
    const paths = Array.from({ length: TOGETHER }, (_, index) =>
      samplePath(guarded, layer.schema, {
        start,
        literals: keys.literals,
        mostSteps: MOST_STEPS,
        name: `p${index}`,
        random,
      }),
    ).filter((path) => path !== undefined);
    made += paths.length;
    if (paths.length > 0) yield { layer, scope: guarded.scope, start, paths };
  }
}

/** Entries of all agencies' access logs. */
async function entriesOf(actor: string): Promise<number> {
  const counts = await Promise.all(
    [...hub.agencies.values()].map((agency) =>
      withConnection(databaseOf(agency), async (client) => {
        const { rows } = await client.query<{ count: number }>(
          'select count(*)::int as count from access_log where actor = $1',
          [actor],
        );
        return rows[0]?.count ?? 0;
      }),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

function operationOf({ start, paths }: Sample): string {
  const selections = paths.map(({ selection }) => selection).join(' ');
  const fragments = paths.map(({ fragments: text }) => text).join(' ');
  if (start === 'Query') return `query { ${selections} } ${fragments}`;
  const [child = ''] = keys.entities.get('Student')?.values ?? [];
  return `query { _entities(representations: [{ __typename: "Student", id: "${child}" }]) { ... on Student { ${selections} } } } ${fragments}`;
}

test(
  'T3 of 5,000 longer paths, with aliases, fragments and conditions, none leads a caller to a value without its right',
  async () => {
    let sampled = 0;
    let met = 0;
    let askedDirectly = 0;
    for (const sample of samples()) {
      const { layer, scope, start, paths } = sample;
      const operation = operationOf(sample);
      const isDirect = layer !== gateway;
      const everything: TestCaller = {
        ...officer,
        ...(isDirect && { slug: DIRECT }),
        agency: scope.split('.')[0] ?? '',
        scopes: everyScope,
      };
      if (isDirect) askedDirectly += 2;
      const shown = await layer.ask(hub, everything, operation);
      const refused = await layer.ask(hub, withoutScope(everything, scope), operation);
      let metHere = 0;
      for (const { keys: path } of paths) {
        const names = start === 'Query' ? path : ['_entities', ...path];
        sampled += 1;
        if (shown.data && valuesAt(shown.data, names).length > 0) metHere += 1;
        expect({ operation, values: refused.data ? valuesAt(refused.data, names) : [] }).toEqual({
          operation,
          values: [],
        });
      }
      met += metHere;
      if (metHere > 0)
        expect({ operation, codes: refused.errors.map(({ extensions }) => extensions.code) }).toEqual({
          operation,
          codes: expect.arrayContaining(['FORBIDDEN']) as string[],
        });
    }
    process.stdout.write(
      `sampled paths: ${sampled}, of which ${met} show a value to whoever has the right\n`,
    );
    expect(await entriesOf(`test:${DIRECT}`)).toBe(askedDirectly);
    expect(sampled).toBeGreaterThanOrEqual(PATHS);
    expect(met).toBeGreaterThan(PATHS / 5);
  },
  PATIENCE_MS,
);
