import { parsePolicies } from '../../../policies/load-policies.js';
import { LOCAL_SOURCE, localFile, nationalFile } from '../../policies/policy-files.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs } from '../../support/callers.js';
import { newChild } from '../../support/children.js';
import { workGroups } from '../../support/work-groups.js';
import { enterHousehold, enterMember } from './poverty-rows.js';

const TODAY = '2026-11-20';
const STRICT_TOWN = '520625998';
const OTHER_TOWN = '520625997';
const officer = callerAs('poverty-officer');

let agency: TestAgency;
beforeAll(async () => {
  const everyDays = (days: number) => ({ care: { verifyEveryDays: { value: days, source: LOCAL_SOURCE } } });
  agency = await startTestAgency('poverty', {
    now: () => new Date(`${TODAY}T09:00:00+08:00`),
    policies: parsePolicies([
      nationalFile(),
      localFile({ name: 'county.yaml', values: everyDays(60) }),
      localFile({ name: 'town.yaml', appliesTo: [STRICT_TOWN], values: everyDays(30) }),
    ]),
  });
});
afterAll(() => agency?.close());

/** A child of a household in a town, checked on a day. */
async function childCheckedOn(verifiedOn: string, town: string): Promise<string> {
  const village = `${town}001`;
  const child = await newChild(agency, { residence: village });
  await enterHousehold(agency, `HC-${child}`, { division: village });
  await enterMember(agency, child, `HC-${child}`);
  await agency.rows(
    `insert into record_verification (student_id, special_group, verified_on, outcome)
     values (?, 'REGISTERED_HOUSEHOLD', ?::date, 'HOLDS')`,
    child,
    verifiedOn,
  );
  return child;
}

async function dueIn(town: string): Promise<Map<string, string | null>> {
  const caller = { ...officer, jurisdiction: [{ kind: 'DIVISION' as const, code: town }] };
  const groups = await workGroups(agency, caller, 'workAtPoverty', 50);
  const items = groups.find(({ kind }) => kind === 'VERIFY_POVERTY_CHILD')?.items ?? [];
  return new Map(items.map(({ subject, dueOn }) => [subject, dueOn]));
}

test('each record is due by the policy of its own town, county or nation', async () => {
  const strict = await childCheckedOn('2026-10-14', STRICT_TOWN);
  await childCheckedOn('2026-10-14', OTHER_TOWN);
  const other = await childCheckedOn('2026-09-25', OTHER_TOWN);
  expect(await dueIn(STRICT_TOWN)).toEqual(new Map([[strict, '2026-11-13']]));
  expect(await dueIn(OTHER_TOWN)).toEqual(new Map([[other, '2026-11-24']]));
});

test('a check comes onto the list a week before its day', async () => {
  const town = '520625996';
  await childCheckedOn('2026-09-29', town);
  const announced = await childCheckedOn('2026-09-28', town);
  expect(await dueIn(town)).toEqual(new Map([[announced, '2026-11-27']]));
});
