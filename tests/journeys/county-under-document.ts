import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { addDays, parseIsoDate, type IsoDate } from '../../policies/iso-date.js';
import { agencyNames } from '../../subgraphs/index.js';
import { openCases } from '../subgraphs/coordination/orders/order-cases.js';
import { connectAsOwner } from '../support/agency-owner.js';
import { startTestAgency, type TestAgency } from '../support/agency.js';
import { callerAs, type TestCaller } from '../support/callers.js';
import { postGraphql } from '../support/graphql-client.js';
import { createTestGateway } from '../support/hub.js';
import { countyUnder } from './documents.js';

export const operation = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');
export const inCounty = (slug: string): TestCaller => ({ ...callerAs(slug), purpose: 'CASE_HANDLING' });

export interface Order {
  readonly orderNumber: string;
  readonly version: number;
}
/** One case in a county under a place's document, from day to day, asked through the gateway. @param code of the place */
export async function startPlace(code: string, police: TestAgency) {
  let today: IsoDate = parseIsoDate('2026-11-23');
  const coordination = await startTestAgency('coordination', {
    policies: countyUnder(() => code),
    now: () => new Date(`${today}T09:00:00+08:00`),
  });
  const [dropout] = await openCases(coordination, 1);
  if (!dropout) throw new Error('A case is needed.');
  // The others are down: no step of the ladder may depend on them.
  const addresses = new Map(agencyNames.map((name) => [name, new URL('http://127.0.0.1:9/')]));
  const gateway = createTestGateway(
    addresses.set('coordination', coordination.url).set('police', police.url),
  );
  const url = await gateway.listen({ host: '127.0.0.1', port: 0 });
  const town: TestCaller = {
    ...inCounty('township-officer'),
    jurisdiction: [{ kind: 'DIVISION', code: dropout.township }],
  };
  return { coordination, dropout, url, town, ...clockOf(), close };

  function clockOf() {
    return {
      today: () => today,
      /** The school-age register is built anew meanwhile: nothing is due by an old one. */
      async passes(days: number) {
        today = addDays(today, days);
        const owner = await connectAsOwner(coordination);
        await owner.query("select set_config('hub.context', 'SERVICE', false)");
        await owner.query('update register set as_of = $1::date', [today]);
        await owner.end();
      },
    };
  }
  async function close() {
    await gateway.close();
    await coordination.close();
  }
}
export type Place = Awaited<ReturnType<typeof startPlace>>;

export async function ask<Data>(
  place: Place,
  caller: TestCaller,
  text: string,
  variables: object,
): Promise<Data> {
  const { data, errors } = await postGraphql<Data>(place.url, caller, text, { ...variables });
  expect(errors).toEqual([]);
  return data;
}
export async function command(place: Place, caller: TestCaller, name: string, input: object): Promise<Order> {
  const [answer] = Object.values(
    await ask<Record<string, { order?: Order; errors: object[] }>>(place, caller, operation(name), {
      input: { idempotencyKey: randomUUID(), ...input },
    }),
  );
  expect(answer?.errors).toEqual([]);
  return answer?.order ?? { orderNumber: '', version: 0 };
}
