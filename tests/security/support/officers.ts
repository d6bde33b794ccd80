import { guardedFieldsOf, guardsInAgency, readSchema } from '../../access/guarded-fields.js';
import { callerAs, type TestCaller } from '../../support/callers.js';
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

/** Who has the right and the purpose to say something there. */
export const whoMaySay = ({ isOfAccessLog }: TextArgument): TestCaller =>
  isOfAccessLog ? auditor : everything;
