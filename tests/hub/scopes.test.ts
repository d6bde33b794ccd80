import { readFileSync } from 'node:fs';
import { parse, type FieldDefinitionNode } from 'graphql';
import { agencyNames } from '../../subgraphs/index.js';
import { callerAs, testCounty, withoutScope } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';

const officer = callerAs('coordination-officer');
const PICTURE = readFileSync('schema/operations/SupportPicture.graphql', 'utf8');

interface GuardedField {
  readonly type: string;
  readonly field: string;
  readonly scope: string;
}

function scopeOf({ directives }: FieldDefinitionNode): string | undefined {
  const rule = directives?.find(({ name }) => name.value === 'requiresScopes')?.arguments?.[0]?.value;
  const all = rule?.kind === 'ListValue' ? rule.values[0] : undefined;
  const scope = all?.kind === 'ListValue' ? all.values[0] : undefined;
  return scope?.kind === 'StringValue' ? scope.value : undefined;
}

/** Every field of `Student` that the SDL of an agency guards. */
const guarded: readonly GuardedField[] = agencyNames.flatMap((agency) =>
  parse(readFileSync(`schema/subgraphs/${agency}.graphql`, 'utf8')).definitions.flatMap((node) =>
    node.kind === 'ObjectTypeDefinition' && node.name.value === 'Student'
      ? (node.fields ?? []).flatMap((field) => {
          const scope = scopeOf(field);
          return scope ? [{ type: agency, field: field.name.value, scope }] : [];
        })
      : [],
  ),
);

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

const ask = (scope: string) =>
  hub.ask<{ student: Record<string, unknown> | null }>(withoutScope(officer, scope), PICTURE, {
    id: testCounty.sampleStudentId,
  });

test('the SDL guards every field of Student but its id', () => {
  expect(new Set(guarded.map(({ type }) => type))).toEqual(new Set(agencyNames));
});

test('with all its rights the office sees every part of the picture', async () => {
  const { data, errors } = await ask('');
  expect(errors).toEqual([]);
  expect(Object.values(data.student ?? {}).filter((part) => part === null)).toEqual([]);
});

test.each(guarded.filter(({ scope }) => scope !== 'coordination.register-entry.read'))(
  'without $scope the field $field is null with one FORBIDDEN, and all else stays',
  async ({ field, scope }) => {
    const fields = guarded.filter((each) => each.scope === scope).map((each) => each.field);
    const { status, data, errors } = await ask(scope);
    expect(status).toBe(200);
    expect(data.student?.[field]).toBeNull();
    expect(errors.map(({ path, extensions }) => [path?.join('.'), extensions.code]).toSorted()).toEqual(
      fields.map((name) => [`student.${name}`, 'FORBIDDEN']).toSorted(),
    );
    const others = Object.entries(data.student ?? {}).filter(([name]) => !fields.includes(name));
    expect(others.filter(([, part]) => part === null)).toEqual([]);
  },
);

test.each(guarded)(
  '$type itself refuses $field without $scope, whatever a gateway let through',
  async ({ type, field, scope }) => {
    const selection = field === 'formerIds' ? field : `${field} { __typename }`;
    const answer = await hub.agencies
      .get(type)
      ?.askForStudents<Record<string, unknown>>(
        withoutScope(officer, scope),
        [testCounty.sampleStudentId ?? ''],
        selection,
      );
    expect(answer?.data._entities[0]?.[field] ?? null).toBeNull();
    expect(answer?.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  },
);

test('when every root field is refused the answer is still 200', async () => {
  const { status, data, errors } = await ask('coordination.register-entry.read');
  expect({ status, data }).toEqual({ status: 200, data: { student: null } });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});
