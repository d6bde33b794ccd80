import { existsSync } from 'node:fs';
import { composeSupergraph } from '../../schema/compose.js';
import { buildAgencySchema } from '../../subgraphs/_kit/build-schema.js';
import { agencyNames, loadAgency } from '../../subgraphs/index.js';
import { loadPolicies } from '../../policies/load-policies.js';
import { AGENCIES } from '../../policies/agencies.js';
import { parseIsoDate } from '../../policies/iso-date.js';
import { health } from '../journeys/health-agency/index.js';

test('a new agency composes with the others by its definition alone', async () => {
  const definitions = [...(await Promise.all(agencyNames.map(loadAgency))), health];
  const agencies = await Promise.all(
    definitions.map(async (definition) => ({
      name: definition.name,
      typeDefs: (await buildAgencySchema(definition)).typeDefs,
    })),
  );
  const supergraph = composeSupergraph(agencies);
  expect(supergraph).toContain('health: HealthRecord');
  expect(supergraph).toContain('health.record.read');
});

test('policies know every agency of the registry, and nobody else', () => {
  expect(AGENCIES).toEqual(agencyNames.toSorted());
});

test.each(agencyNames)('%s has its README, scopes, registers and one line of migrations', async (name) => {
  const files = [
    'README.md',
    'index.ts',
    'scopes.ts',
    'registers.ts',
    'loaders.ts',
    'migrations/.snapshot.json',
  ];
  expect(files.filter((file) => !existsSync(`subgraphs/${name}/${file}`))).toEqual([]);
  const { registers } = await loadAgency(name);
  const { freshnessDays } = loadPolicies().policyFor('520625', parseIsoDate('2026-11-20'));
  const keys = registers.map(
    ({ code }) =>
      `${name}.${code.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}`,
  );
  expect(keys.filter((key) => !(key in freshnessDays))).toEqual([]);
});
