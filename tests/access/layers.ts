import type { GraphQLSchema } from 'graphql';
import { agencyNames } from '../../subgraphs/index.js';
import type { TestCaller } from '../support/callers.js';
import type { GraphqlAnswer } from '../support/graphql-client.js';
import type { TestHub } from '../support/hub.js';
import {
  guardedFieldsOf,
  guardedGroupsOf,
  guardsInAgency,
  guardsInGateway,
  readSchema,
  type GuardedFields,
  type GuardsOf,
} from './guarded-fields.js';
import type { Json } from './redact.js';

/** One of the places that decide by themselves who may see what: the gateway, or an agency. */
export interface Layer {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly guardsOf: GuardsOf;
  readonly guarded: readonly GuardedFields[];
  /** Whether `_entities` is a way in, as it is for whoever calls an agency directly. */
  readonly isEnteredByEntities: boolean;
  readonly ask: (hub: TestHub, caller: TestCaller, operation: string) => Promise<GraphqlAnswer<Json>>;
}

const supergraph = readSchema('schema/supergraph.graphql');

/** Fields are taken together: they are refused one by one, and a type's before anything leads to it. */
export const gateway: Layer = {
  name: 'gateway',
  schema: supergraph,
  guardsOf: guardsInGateway,
  guarded: guardedGroupsOf(supergraph),
  isEnteredByEntities: false,
  ask: (hub, caller, operation) => hub.ask(caller, operation),
};

/** Fields are taken one by one: one that is refused and may not be null hides whether its neighbours would be. */
export const agencies: readonly Layer[] = agencyNames.map((name) => {
  const schema = readSchema(`schema/subgraphs/${name}.graphql`);
  return {
    name,
    schema,
    guardsOf: guardsInAgency,
    guarded: guardedFieldsOf(schema),
    isEnteredByEntities: true,
    ask(hub, caller, operation) {
      const agency = hub.agencies.get(name);
      if (!agency) throw new Error(`${name} was not started.`);
      return agency.ask(caller, operation);
    },
  };
});

/** Which fields a layer has to refuse to a caller. */
export function refusedTo(
  { scopes }: TestCaller,
  { guardsOf }: Layer,
): (...field: Parameters<GuardsOf>) => boolean {
  return (type, field) => guardsOf(type, field).some((scope) => !scopes.includes(scope));
}
