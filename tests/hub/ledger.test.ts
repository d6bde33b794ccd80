import { readFileSync } from 'node:fs';
import { callerAs } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

interface Answer {
  readonly ledger: {
    readonly title: string;
    readonly account: { readonly universe: number; readonly isReconciled: boolean };
    readonly lines: { readonly nodes: readonly object[] };
  };
}
const LEDGER = readFileSync('schema/operations/Ledger.graphql', 'utf8');

test.each([
  ['coordination-officer', 'COUNTY', 50],
  ['township-officer', 'TOWNSHIP', 1],
  ['village-cadre', 'VILLAGE', 1],
  ['school-clerk', 'SCHOOL', 1],
  ['class-teacher', 'CLASS', 1],
] as const)(
  'the saved query shows %s the ledger of its own area through the gateway, within the limits',
  async (slug, scope, atLeast) => {
    const caller = callerAs(slug);
    const code = caller.jurisdiction[0]?.code ?? '';
    const { status, data, errors } = await hub.ask<Answer>(caller, LEDGER, { scope, code });
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
    const { account, lines } = data.ledger;
    expect(account.isReconciled).toBe(true);
    expect(lines.nodes).toHaveLength(Math.min(account.universe, 50));
    expect(lines.nodes.length).toBeGreaterThanOrEqual(atLeast);
  },
);
