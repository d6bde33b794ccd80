import { guardedFieldsOf, guardsInAgency, readSchema } from '../../access/guarded-fields.js';
import { callerAs, type TestCaller } from '../../support/callers.js';
import { agencyOf, fieldsOf } from '../../faults/supergraph.js';
import type { TextArgument } from './text-arguments.js';

export const supergraph = readSchema('schema/supergraph.graphql');

const office = callerAs('coordination-officer');
const auditor = callerAs('auditor');

const mutations = supergraph.getMutationType();
const rightsToAct = Object.values(mutations?.getFields() ?? {}).flatMap((field) =>
  mutations ? guardsInAgency(mutations, field) : [],
);
const rightsToRead = guardedFieldsOf(supergraph).map(({ scope }) => scope);

/** Holds every right there is to a record of a child, so that nothing is refused before it is looked at. */
export const everything: TestCaller = {
  ...office,
  scopes: [...new Set([...office.scopes, ...rightsToRead, ...rightsToAct])],
};

/** Agency that carries a mutation out, by the mutation's name. */
const agencyOfMutation = new Map(fieldsOf('Mutation').map((field) => [field.name.value, agencyOf(field)]));

/** Who has the right, the purpose and, of what its own officers alone may do, the agency to say something there. */
export function whoMaySay({ coordinate, isOfAccessLog }: TextArgument): TestCaller {
  if (isOfAccessLog) return auditor;
  const [, mutation = ''] = /^Mutation\.(\w+)/.exec(coordinate) ?? [];
  return { ...everything, agency: agencyOfMutation.get(mutation) ?? everything.agency };
}
