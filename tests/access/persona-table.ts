import { getNamedType, isObjectType } from 'graphql';
import { callerAs, type TestCaller } from '../support/callers.js';
import type { GraphqlAnswer } from '../support/graphql-client.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import type { ArgumentLiterals } from './every-path.js';
import { quoted } from './known-keys.js';
import { agencies, gateway, type Layer } from './layers.js';
import { reasonToRefuse } from './oracle.js';
import { redact, type Json } from './redact.js';
import { wholeTreeFrom } from './whole-tree.js';

const officer = callerAs('coordination-officer');
/** Every right that the schema asks for. */
export const everyScope: readonly string[] = [
  ...new Set([...gateway.guarded, ...agencies.flatMap(({ guarded }) => guarded)].map(({ scope }) => scope)),
];

/** One question, asked of one layer about what one agency has. */
export interface Question {
  readonly layer: Layer;
  /** Whose fields it shows. */
  readonly home: string;
  readonly operation: string;
}

export interface Verdict {
  /** How many places of the answer were held against the oracle. */
  readonly decided: number;
  readonly refused: number;
}

/** Answers to a caller who may see everything in an area: what there is to be had, by operation and area. */
export type WholeAnswers = Map<string, Promise<GraphqlAnswer<Json>>>;

/**
 * Holds the answer to a caller against what the oracle leaves of the whole one: every field that it may have is there,
 * every other is null and FORBIDDEN, and what is out of reach is NOT_FOUND.
 */
export async function holdAgainstOracle(
  hub: TestHub,
  caller: TestCaller,
  { layer, home, operation }: Question,
  whole: WholeAnswers,
): Promise<Verdict> {
  const area = JSON.stringify(caller.jurisdiction);
  const key = `${layer.name} ${home} ${area} ${operation}`;
  let asked = whole.get(key);
  if (!asked) {
    const everything = { ...officer, scopes: everyScope, agency: home, jurisdiction: caller.jurisdiction };
    whole.set(key, (asked = layer.ask(hub, everything, operation)));
  }
  const all = await asked;
  expect(all.errors.filter(({ extensions: { code } }) => code !== 'NOT_FOUND')).toEqual([]);

  const reasonOf = reasonToRefuse(caller, layer, home);
  let decided = 0;
  const isRefused: Parameters<typeof redact>[2] = (type, field) => {
    decided += 1;
    return reasonOf(type, field) !== undefined;
  };
  const { data, places } = redact(all.data, layer.schema, isRefused);
  const given = await layer.ask(hub, caller, operation);
  expect({ status: given.status, data: given.data }).toEqual({ status: 200, data });

  const expected = [
    ...places.map((place) => ({ path: place.split('.'), code: 'FORBIDDEN' })),
    // Nobody learns that a child is out of reach from a field that he may not ask for.
    ...all.errors.map(({ path = [] }) => ({
      path,
      code: passesRefused(path, layer, isRefused) ? 'FORBIDDEN' : 'NOT_FOUND',
    })),
  ];
  const told = given.errors.map(({ path = [], extensions: { code } }) => ({ path, code }));
  expect(codesOfNulls(told, data)).toEqual(codesOfNulls(expected, data));
  return { decided, refused: places.length };
}

type Path = readonly (string | number)[];

/** Each null that stands for something refused, with its codes: of errors below one null, layers tell all or one. */
function codesOfNulls(
  errors: readonly { readonly path: Path; readonly code: string }[],
  data: Json,
): string[] {
  return [...new Set(errors.map(({ path, code }) => `${nullOn(path, data).join('.')} ${code}`))].toSorted();
}

/** @returns the path to the first null on the way */
function nullOn(path: Path, data: Json): Path {
  let value: Json | undefined = data;
  for (const [index, step] of path.entries()) {
    if (value === null || typeof value !== 'object') return path.slice(0, index);
    value = (value as Record<string, Json>)[step];
  }
  return path;
}

function passesRefused(path: Path, { schema }: Layer, isRefused: Parameters<typeof redact>[2]): boolean {
  let type: unknown = schema.getQueryType();
  for (const step of path) {
    // The only entities that are entered here.
    if (step === '_entities') type = schema.getType('Student');
    const field = isObjectType(type) ? type.getFields()[step] : undefined;
    if (!field || !isObjectType(type)) continue;
    if (isRefused(type, field)) return true;
    type = getNamedType(field.type);
  }
  return false;
}

export interface AskingOptions {
  /** Ids of the children that are entered at. */
  readonly children: readonly string[];
  readonly literals: ArgumentLiterals;
}

/** Every field of every agency once, entered at children, asked of the agency itself and through the gateway. */
export function questionsAboutChildren({ children, literals }: AskingOptions): Question[] {
  return agencies.flatMap((agency) => {
    const selection = wholeTreeFrom('Student', agency.schema, literals);
    const representations = children.map((id) => `{ __typename: "Student", id: ${quoted(id)} }`);
    return [
      {
        layer: agency,
        home: agency.name,
        operation: `{ _entities(representations: [${representations.join(' ')}]) { ... on Student { ${selection} } } }`,
      },
      ...children.map((id) => ({
        layer: gateway,
        home: agency.name,
        operation: `{ student(id: ${quoted(id)}) { ${selection} } }`,
      })),
    ];
  });
}

/** The same, entered at all of an agency's root fields. */
export function questionsAtRoots(literals: ArgumentLiterals): Question[] {
  return agencies.flatMap((agency) => {
    const operation = `{ ${wholeTreeFrom('Query', agency.schema, literals)} }`;
    return [agency, gateway].map((layer) => ({ layer, home: agency.name, operation }));
  });
}

/** A hub that is asked for all fields at once, which is more than any portal may ask for, over and over. */
export function startUnlimitedHub(): Promise<TestHub> {
  return startTestHub(
    {
      limits: {
        tokens: 1_000_000,
        fields: 1_000_000,
        cost: 10_000_000,
        depth: 60,
        aliases: 1000,
        directives: 1000,
        requestMs: 120_000,
        requestsPerMinute: 1_000_000,
      },
      subgraphTimeoutMs: 100_000,
    },
    { usageLimits: { lookups: 1_000_000, children: 1_000_000 } },
  );
}
