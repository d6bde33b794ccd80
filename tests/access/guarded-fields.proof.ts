import { callerAs, withoutScope, type TestCaller } from '../support/callers.js';
import type { TestHub } from '../support/hub.js';
import type { Asking } from './asking.js';
import { encountersWith } from './encounters.js';
import { readKnownKeys } from './known-keys.js';
import { startUnlimitedHub } from './persona-table.js';
import { agencies, gateway, refusedTo } from './layers.js';
import { redact } from './redact.js';

const everything: TestCaller = {
  ...callerAs('coordination-officer'),
  scopes: [...new Set(gateway.guarded.map(({ scope }) => scope))],
};

/** Restricted facts are shown to the agency's own officers alone, whatever rights others have. */
const ofAgency = (scope: string): TestCaller => ({ ...everything, agency: scope.split('.')[0] ?? '' });

/** On a busy machine. */
const PATIENCE_MS = 300_000;

let hub: TestHub;
let asking: Asking;
beforeAll(async () => {
  hub = await startUnlimitedHub();
  asking = { hub, everything, keys: await readKnownKeys(hub, everything) };
}, PATIENCE_MS);
afterAll(() => hub.close());

describe.each([...agencies, gateway])('T3 $name asked by another path', (layer) => {
  const rows = layer.guarded.map((guarded) => ({ ...guarded, names: guarded.fields.join(', ') }));
  test.each(rows)(
    'refuses $names of $type without $scope at every path, and nothing else',
    async (guarded) => {
      const own = ofAgency(guarded.scope);
      const caller = withoutScope(own, guarded.scope);
      for (const { operation, answer } of await encountersWith(guarded, layer, {
        ...asking,
        everything: own,
      })) {
        const expected = redact(answer, layer.schema, refusedTo(caller, layer));
        const { status, data, errors } = await layer.ask(hub, caller, operation);
        expect({ status, data }).toEqual({ status: 200, data: expected.data });
        expect(
          errors.map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`).toSorted(),
        ).toEqual(expected.places.map((place) => `${place} FORBIDDEN`).toSorted());
      }
    },
    PATIENCE_MS,
  );
});
