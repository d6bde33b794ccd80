import { existsSync } from 'node:fs';
import { Field, FieldResolver, ObjectType, Resolver } from 'type-graphql';
import { composeSupergraph } from '../../schema/compose.js';
import { Holds } from '../../subgraphs/_kit/access/data-class.js';
import { RequiresScope } from '../../subgraphs/_kit/access/requires-scope.js';
import { buildAgencySchema } from '../../subgraphs/_kit/build-schema.js';
import { defineSubgraph } from '../../subgraphs/_kit/define-subgraph.js';
import { describe as text } from '../../subgraphs/_kit/schema/label.js';
import { createStudentType } from '../../subgraphs/_kit/student/student.type.js';
import { agencyNames, loadAgency } from '../../subgraphs/index.js';
import { loadPolicies } from '../../policies/load-policies.js';
import { parseIsoDate } from '../../policies/iso-date.js';

const Student = createStudentType();

@Holds('DISABILITY')
@ObjectType('HealthRecord', { description: text('Health', '健康情况') })
class HealthRecordType {
  @Field(() => Boolean, { description: text('Vaccinated', '已接种') })
  isVaccinated!: boolean;
}

@Resolver(() => Student)
class HealthResolver {
  @RequiresScope('health.record.read')
  @FieldResolver(() => HealthRecordType, { nullable: true, description: text('Health', '健康情况') })
  health(): HealthRecordType {
    return { isVaccinated: true };
  }
}

test('a new agency composes with the others by its definition alone', async () => {
  const health = defineSubgraph({
    name: 'health',
    title: { en: 'Health bureau', zh: '卫健局' },
    student: Student,
    entities: [],
    resolvers: [HealthResolver],
    registers: [],
    loaders: () => ({}),
  });
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
